using FactoryBot.Skills.Database;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>Tells people of requests and decisions, in the unit of work that made them: told once, or not at all if it did not happen.
/// The same key replaces the card that was sent before, so nobody keeps buttons that are of no more use.</summary>
internal sealed class ApprovalNotices(NoticeBoard board, TimeProvider time)
{
    /// <summary>Everybody who may decide now gets the card with buttons.</summary>
    public async Task AskedAsync(TenantScope scope, IApprovalSubject subject, ApprovalRequest request, Asker asker, CancellationToken cancellationToken)
    {
        var people = await ApprovalPeople.LoadAsync(scope, time.GetUtcNow(), cancellationToken);
        foreach (var member in people.Deciders(request))
        {
            var card = await subject.ShowAsync(scope, request, As(asker, member), mayDecide: true, cancellationToken);
            await board.PostAsync(scope, Notice.To(member.Id, Key(request), card), cancellationToken);
        }
    }

    /// <summary>A message of its own, so that it is seen: replacing the old card would move nothing up.</summary>
    public async Task RemindAsync(TenantScope scope, IApprovalSubject subject, ApprovalRequest request, Asker asker, string what, CancellationToken cancellationToken)
    {
        var people = await ApprovalPeople.LoadAsync(scope, time.GetUtcNow(), cancellationToken);
        foreach (var member in people.Deciders(request))
        {
            var card = await subject.ShowAsync(scope, request, As(asker, member), mayDecide: true, cancellationToken);
            await board.PostAsync(scope, Notice.To(member.Id, $"{Key(request)}:{what}", card with { Text = "Reminder: " + card.Text }), cancellationToken);
        }
    }

    /// <summary>The requester learns the outcome, and everybody's card is made new: buttons where the reader may still decide, the result elsewhere.</summary>
    public async Task DecidedAsync(TenantScope scope, IApprovalSubject subject, ApprovalRequest request, Asker asker, CancellationToken cancellationToken)
    {
        var people = await ApprovalPeople.LoadAsync(scope, time.GetUtcNow(), cancellationToken);
        var told = people.People.Where(p => p.Id == request.RequestedBy || request.Case.WasAsked(p.Id, people.May) || people.MayDecide(request, p.Id));
        foreach (var member in told)
        {
            // Who pressed sees the answer of the press itself; the card in their own chat is made new all the same.
            var card = await subject.ShowAsync(scope, request, As(asker, member), people.MayDecide(request, member.Id), cancellationToken);
            await board.PostAsync(scope, Notice.To(member.Id, Key(request), card), cancellationToken);
        }
    }

    private static string Key(ApprovalRequest request) => "approval:" + request.RequestId.ToString("N");

    private static Asker As(Asker asker, Member member) => asker with
    {
        MemberId = member.Id, Name = member.Name, Role = member.Role, Permissions = Permissions.Of(member.Role),
    };
}
