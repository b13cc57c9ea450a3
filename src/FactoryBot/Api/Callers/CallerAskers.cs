using FactoryBot.Channels.Rest;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Api.Callers;

/// <summary>The caller as a member of its tenant, with the rights that this member has now.</summary>
internal sealed class CallerAskers(TenantDirectory tenants, TimeProvider time)
{
    public async Task<Asker> OfAsync(ApiCaller caller, CancellationToken cancellationToken)
    {
        var member = await tenants.ResolveAsync(RestChannel.ChannelName, caller.TenantKey, caller.UserId, caller.Name, cancellationToken);
        var now = time.GetUtcNow();
        return member.ToAsker(now, Guid.CreateVersion7(now));
    }
}
