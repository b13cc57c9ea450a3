using FactoryBot.Channels.Terminal;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Cli;

/// <summary>What came for the person at this terminal and could be brought nowhere else: nobody writes to a terminal, so it looks by itself.</summary>
internal sealed class TerminalNews(IServiceProvider services, TerminalConversation conversation)
{
    public async Task<IReadOnlyList<SkillResult>> CollectAsync(CancellationToken cancellationToken)
    {
        if (services.GetService<NoticeStore>() is not { } notices)
            return [];
        var member = await services.GetRequiredService<TenantDirectory>()
            .ResolveAsync(TerminalChannel.ChannelName, conversation.Tenant, conversation.User.Id, null, cancellationToken);
        return await notices.CollectAsync(
            member.TenantId, member.Member.Id, TerminalChannel.ChannelName, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
    }
}
