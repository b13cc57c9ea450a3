using FactoryBot.Planning;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Turns;

/// <summary>Keeps from a group what not everybody in it may see. A question there is answered with the rights that all of them have; only where
/// those do not reach is it answered with the asker's own, and that answer goes to the asker alone.</summary>
internal sealed class GroupPrivacy(Present present, FactoryDatabase database, NoticeBoard notices)
{
    /// <param name="answer">Plans and runs the question for an asker. It may be called twice, but never again after it has answered.</param>
    public async Task<PlannedAnswer> AnswerAsync(
        OpenTurn turn, Asker asker, Func<Asker, Task<PlannedAnswer>> answer, CancellationToken cancellationToken)
    {
        if (turn.Message.Scope == ConversationScope.Personal)
            return await answer(asker);
        var role = await present.LowestRoleAsync(turn, cancellationToken);
        if (role >= asker.Role)
            return await answer(asker);
        var open = await answer(asker with { Role = role, Permissions = Permissions.Of(role) });
        if (open.Result.Status is not (ResultStatus.NoRight or ResultStatus.NoData or ResultStatus.NoRows or ResultStatus.NotUnderstood))
            return open;
        var own = await answer(asker);
        if (own.Result.Status is not (ResultStatus.Answered or ResultStatus.Clarify) || own.Result.Text == open.Result.Text)
            return open;
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        await notices.PostAsync(scope, Notice.To(asker.MemberId, $"private:{turn.TurnId:N}", own.Result), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return own with { Result = TurnFailures.ToYouAlone(asker.Name) };
    }
}
