using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>Tells people and channels of requests and decisions, in the unit of work that made them: told once, or not at all if it did not happen.
/// The same key replaces the card that was sent before, so nobody keeps buttons that are of no more use.</summary>
internal sealed class ApprovalNotices(NoticeBoard board, TimeProvider time)
{
    /// <summary>Everybody who may decide now gets the card with buttons, and so do the channels where requests are shown.</summary>
    public Task AskedAsync(TenantScope scope, IApprovalSubject subject, ApprovalRequest request, Asker asker, CancellationToken cancellationToken) =>
        AskAsync(scope, subject, request, asker, Key(request), "", cancellationToken);

    /// <summary>A message of its own, so that it is seen: replacing the old card would move nothing up.</summary>
    public Task RemindAsync(TenantScope scope, IApprovalSubject subject, ApprovalRequest request, Asker asker, string what, CancellationToken cancellationToken) =>
        AskAsync(scope, subject, request, asker, $"{Key(request)}:{what}", "Reminder: ", cancellationToken);

    /// <summary>Who decides for somebody from now on gets the card, if it is theirs to decide and they do not have it already.</summary>
    public async Task HandOverAsync(TenantScope scope, IApprovalSubject subject, ApprovalRequest request, Asker asker, Guid other, CancellationToken cancellationToken)
    {
        var people = await ApprovalPeople.LoadAsync(scope, time.GetUtcNow(), cancellationToken);
        if (people.Deciders(request).FirstOrDefault(d => d.Id == other) is not { } member || request.Case.WasAsked(other, people.May))
            return;
        var card = await subject.ShowAsync(scope, request, As(asker, member), mayDecide: true, cancellationToken);
        await board.PostAsync(scope, Notice.To(member.Id, Key(request), card), cancellationToken);
    }

    /// <summary>The requester learns the outcome, and every card is made new: buttons where the reader may still decide, the result elsewhere.</summary>
    public async Task DecidedAsync(TenantScope scope, IApprovalSubject subject, ApprovalRequest request, Asker asker, CancellationToken cancellationToken)
    {
        var people = await ApprovalPeople.LoadAsync(scope, time.GetUtcNow(), cancellationToken);
        // Who takes back or changes what they asked for knows it.
        var itself = request is { State: ApprovalState.Withdrawn or ApprovalState.Superseded } && request.RequestedBy == asker.MemberId;
        var told = people.People.Where(p => (p.Id == request.RequestedBy && !itself) || request.Case.WasAsked(p.Id, people.May) || people.MayDecide(request, p.Id));
        foreach (var member in told)
        {
            // Who pressed sees the answer of the press itself; the card in their own chat is made new all the same.
            var card = await subject.ShowAsync(scope, request, As(asker, member), people.MayDecide(request, member.Id), cancellationToken);
            await board.PostAsync(scope, Notice.To(member.Id, Key(request), card), cancellationToken);
        }

        // Who asks with a key or at the terminal is told there, when they look.
        if (!itself && people.People.All(p => p.Id != request.RequestedBy))
        {
            var card = await subject.ShowAsync(scope, request, asker with { MemberId = request.RequestedBy, Name = request.RequestedByName }, mayDecide: false, cancellationToken);
            await board.PostAsync(scope, Notice.To(request.RequestedBy, Key(request), card), cancellationToken);
        }

        SkillResult? forAll = null;
        foreach (var key in new[] { Key(request), Key(request) + ":due", Key(request) + ":escalated" })
        {
            if (await NoticeStore.ConversationsAsync(scope, key, cancellationToken) is { Count: > 0 } conversations)
                await IntoAsync(scope, conversations, key, subject, request, forAll ??= await ForAllAsync(scope, subject, request, asker, cancellationToken), cancellationToken);
        }
    }

    /// <summary>What everybody in a channel sees: buttons as long as there is something to decide, and whom they are for.</summary>
    public async Task<SkillResult> ForAllAsync(TenantScope scope, IApprovalSubject subject, ApprovalRequest request, Asker asker, CancellationToken cancellationToken)
    {
        var open = request.State == ApprovalState.Open;
        var anybody = asker with { MemberId = Guid.Empty, Name = "", Role = Role.Viewer, Permissions = Permissions.Of(Role.Viewer) };
        var shown = await subject.ShowAsync(scope, request, anybody, mayDecide: open, cancellationToken);
        if (shown is not { Card.Actions: not null, Card: { } card })
            return shown;
        var deciders = (await ApprovalPeople.LoadAsync(scope, time.GetUtcNow(), cancellationToken)).Awaited(request);
        var whom = deciders.Count == 0 ? "Nobody here may decide it now." : $"For {ApprovalPeople.Names(deciders)} to decide.";
        return shown with { Text = $"{shown.Text} {whom}", Card = card with { Body = [.. card.Body.Take(1), TextBlock.Of(whom) with { Weight = TextWeight.Bolder }, .. card.Body.Skip(1)] } };
    }

    private async Task AskAsync(
        TenantScope scope, IApprovalSubject subject, ApprovalRequest request, Asker asker, string key, string before, CancellationToken cancellationToken)
    {
        var people = await ApprovalPeople.LoadAsync(scope, time.GetUtcNow(), cancellationToken);
        foreach (var member in people.Deciders(request))
        {
            var card = await subject.ShowAsync(scope, request, As(asker, member), mayDecide: true, cancellationToken);
            await board.PostAsync(scope, Notice.To(member.Id, key, card with { Text = before + card.Text }), cancellationToken);
        }

        var places = (await ApprovalPlaceStore.OfAsync(scope, request.Kind, cancellationToken)).Where(p => p.Takes(request)).DistinctBy(p => p.RoomId, StringComparer.Ordinal).ToArray();
        if (places.Length == 0)
            return;
        var forAll = await ForAllAsync(scope, subject, request, asker, cancellationToken);
        await IntoAsync(scope, places.Select(p => p.ConversationId), key, subject, request, forAll with { Text = before + forAll.Text }, cancellationToken);
    }

    private async Task IntoAsync(
        TenantScope scope, IEnumerable<string> conversations, string key, IApprovalSubject subject, ApprovalRequest request, SkillResult card, CancellationToken cancellationToken)
    {
        foreach (var conversation in conversations)
        {
            await board.PostAsync(
                scope,
                Notice.Into(conversation, key, card) with { OnTop = true, Needs = subject.ReadPermission, Otherwise = ApprovalFailures.WaitsElsewhere(request.Kind, request.State == ApprovalState.Open) },
                cancellationToken);
        }
    }

    private static string Key(ApprovalRequest request) => "approval:" + request.RequestId.ToString("N");

    private static Asker As(Asker asker, Member member) => asker with
    {
        MemberId = member.Id, Name = member.Name, Role = member.Role, Permissions = Permissions.Of(member.Role),
    };
}
