using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Makes one member of a person's accounts in two channels: a code is shown in one of them and written in the other.</summary>
internal sealed partial class LinkAccounts(FactoryDatabase database, TenantChanges changes, TimeProvider time)
{
    /// <summary>Minutes that a code holds.</summary>
    public const int Minutes = 10;

    // Without what is mistaken for something else on paper. 31 signs in 8 places: a thousand guesses a second find none in its ten minutes.
    private const string Signs = "ABCDEFGHJKLMNPQRSTUVWXYZ2345679";
    private const int Length = 8;

    public async Task<SkillResult> ShowCodeAsync(Asker asker, CancellationToken cancellationToken)
    {
        if (asker.InGroup)
            return TenancyFailures.CodeInGroup();
        var code = RandomNumberGenerator.GetString(Signs, Length);
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        await IdentityStore.KeepCodeAsync(scope, asker.MemberId, Hash(code), time.GetUtcNow().AddMinutes(Minutes), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return new()
        {
            Status = ResultStatus.Answered,
            Text = $"Write this to me within {Minutes} minutes from your other account, in a chat with me alone: link code {code[..4]}-{code[4..]}\n\n"
                + "From then on both are you: one name, one role, one history of approvals.",
        };
    }

    public async Task<SkillResult> UseCodeAsync(string message, Asker asker, CancellationToken cancellationToken)
    {
        if (Code().Match(message) is not { Success: true } written)
            return TenancyFailures.NoCode();
        var hash = Hash(string.Concat(written.Groups[1].ValueSpan, written.Groups[2].ValueSpan).ToUpperInvariant());
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        await TenancyStore.LockAsync(scope, cancellationToken);
        if (await IdentityStore.OfCodeAsync(scope, hash, time.GetUtcNow(), cancellationToken) is not { } stays)
            return TenancyFailures.UnknownCode(Minutes);
        if (stays.Id == asker.MemberId)
            return TenancyFailures.OwnCode();
        var own = (await TenancyStore.PeopleAsync(scope, cancellationToken)).FirstOrDefault(m => m.Id == asker.MemberId);
        if (own is null || own.Role > stays.Role)
            return TenancyFailures.LinksDownwards(asker.Role, stays.Role);
        if (await IdentityStore.JoinAsync(scope, asker.MemberId, hash, time.GetUtcNow(), cancellationToken) is null)
            return TenancyFailures.UnknownCode(Minutes);
        await changes.CommitAsync(scope, asker, AuditActions.MembersJoined, stays.Name, asker.Name, stays.Name, cancellationToken);
        return new()
        {
            Status = ResultStatus.Answered,
            Text = $"Done: here too you are {stays.Name} now, {RoleNames.Spoken(stays.Role)}.",
            Choices = [new("My role", "What is my role?")],
        };
    }

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));

    [GeneratedRegex(@"\bcode\W+(?:is\W+)?([A-Za-z0-9]{4})[- ]?([A-Za-z0-9]{4})[.!\s]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Code();
}
