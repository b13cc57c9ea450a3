using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Turns;

/// <summary>Brings one notice to its member or conversation: by the channel that carried it before, or the one last used.</summary>
internal sealed class NoticeDelivery(
    NoticeStore notices, ReachStore reach, Present present, IEnumerable<IProactiveChannel> channels, IOptions<TurnOptions> options, TimeProvider time, ILogger<NoticeDelivery> log)
{
    // Longer than a channel's own repetitions take.
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, IProactiveChannel> byName = channels.ToDictionary(c => c.Name, StringComparer.Ordinal);

    public async Task SendAsync(Guid tenantId, Guid noticeId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await notices.TakeAsync(tenantId, noticeId, now, now + Hold, cancellationToken) is not { } notice)
            return;
        var (way, posted) = await PostAsync(notice, cancellationToken);
        if (posted.Delivery == Delivery.Sent)
        {
            await notices.SentAsync(notice, way!.Channel, posted.Handle, time.GetUtcNow(), CancellationToken.None);
            return;
        }
        var again = posted.Delivery == Delivery.Later ? TryAgain(notice) : null;
        if (again is null)
            log.NoticeNotSent(noticeId, tenantId);
        await notices.NotSentAsync(notice, again, CancellationToken.None);
    }

    private async Task<(Way? Way, Posted Posted)> PostAsync(DueNotice notice, CancellationToken cancellationToken)
    {
        var ways = notice.MemberId is { } member
            ? await reach.OfMemberAsync(notice.TenantId, member, cancellationToken)
            : await reach.OfConversationAsync(notice.TenantId, notice.ConversationId!, cancellationToken);
        var to = notice.MemberId is not null ? PostTo.Person : notice.OnTop ? PostTo.Top : PostTo.Conversation;
        var last = new Posted(Delivery.Refused, null);
        foreach (var way in ways.OrderByDescending(w => w.Channel == notice.Channel))
        {
            if (!byName.TryGetValue(way.Channel, out var channel))
                continue;
            var earlier = way.Channel == notice.Channel ? notice.Handle : null;
            var reply = new OutboundReply { TurnId = notice.Id, Result = await SayableAsync(notice, way, cancellationToken) };
            last = await channel.PostAsync(way.Reference, to, reply, earlier, cancellationToken);
            // A channel that is away may come back; another one only counts where this one refuses for good.
            if (last.Delivery != Delivery.Refused)
                return (way, last);
        }
        return (null, last);
    }

    // Who reads along is asked when it is sent, not when it was posted: people come and go.
    private async ValueTask<SkillResult> SayableAsync(DueNotice notice, Way way, CancellationToken cancellationToken)
    {
        if (notice is not { ConversationId: { } conversation, Needs: { } needs, Otherwise: { } otherwise })
            return notice.Result;
        var lowest = await present.LowestRoleAsync(new(notice.TenantId, conversation), way.Channel, way.Reference, cancellationToken);
        return Permissions.Of(lowest).Contains(needs) ? notice.Result : otherwise;
    }

    private DateTimeOffset? TryAgain(DueNotice notice)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(notice.Attempts, 10));
        var at = time.GetUtcNow() + (wait < LongestWait ? wait : LongestWait);
        return at < notice.PostedAt + TimeSpan.FromMinutes(options.Value.DeliverForMinutes) ? at : null;
    }
}
