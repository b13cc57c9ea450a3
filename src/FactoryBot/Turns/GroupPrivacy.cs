using FactoryBot.Planning;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Turns;

/// <summary>Keeps from a group what not everybody in it may see. A question there is answered with the rights that all of them have; the parts of
/// it that those do not reach are answered with the asker's own, and go to the asker alone.</summary>
internal sealed class GroupPrivacy(Present present, Planner planner, FactoryDatabase database, NoticeBoard notices)
{
    /// <param name="answer">Reads the question as the first one's, and runs its calls with the rights of the second. It may be called twice, but
    /// never again after a call was run.</param>
    public async Task<PlannedAnswer> AnswerAsync(
        OpenTurn turn, Asker asker, Func<Asker, Asker, Task<PlannedAnswer>> answer, CancellationToken cancellationToken)
    {
        if (turn.Message.Scope == ConversationScope.Personal)
            return await answer(asker, asker);
        var role = await present.LowestRoleAsync(turn.Conversation, turn.Message.Channel, turn.Message.Reference, cancellationToken);
        if (role >= asker.Role)
            return await answer(asker, asker);
        var everybody = asker with { Role = role, Permissions = Permissions.Of(role) };
        var given = await answer(asker, everybody);
        return given.Parts.Count > 0 ? await SplitAsync(turn, asker, given, cancellationToken)
            : given.ByModel ? given
            : await WithoutCallsAsync(turn, asker, given, await answer(everybody, everybody), cancellationToken);
    }

    private async Task<PlannedAnswer> SplitAsync(OpenTurn turn, Asker asker, PlannedAnswer given, CancellationToken cancellationToken)
    {
        var parts = given.Parts;
        int[] closed = [.. Enumerable.Range(0, parts.Count).Where(i => parts[i] is { Again: true, Call: not null } && IsClosed(parts[i].Result))];
        if (closed.Length == 0)
            return given;
        var own = await planner.CallAsync([.. closed.Select(i => parts[i].Call!)], asker, cancellationToken);
        var forAsker = closed.Zip(own)
            .Where(c => c.Second is { Status: ResultStatus.Answered or ResultStatus.Clarify } && c.Second.Text != parts[c.First].Result.Text)
            .ToDictionary(c => c.First, c => c.Second!);
        if (forAsker.Count == 0)
            return given;
        await TellAsync(turn, asker, CombineResults.Of([.. forAsker.OrderBy(f => f.Key).Select(f => f.Value)]), cancellationToken);
        IReadOnlyList<SkillResult> open = [.. parts.Where((_, i) => !forAsker.ContainsKey(i)).Select(p => p.Result)];
        if (open.Count == 0)
            return given with { Result = TurnFailures.ToYouAlone(asker.Name), WordsByModel = false };
        // Words of a model are about the whole: the functions' own stand in for them.
        var half = CombineResults.Of(open);
        return given with { Result = half with { Text = $"{half.Text}\n\n{TurnFailures.RestToYouAlone(asker.Name)}" }, WordsByModel = false };
    }

    // Nothing was looked up; yet what is asked back may name things that not everybody here may see.
    private async Task<PlannedAnswer> WithoutCallsAsync(
        OpenTurn turn, Asker asker, PlannedAnswer own, PlannedAnswer open, CancellationToken cancellationToken)
    {
        if (own.Result.Text == open.Result.Text || !IsClosed(open.Result) || own.Result.Status is not (ResultStatus.Answered or ResultStatus.Clarify))
            return open;
        await TellAsync(turn, asker, own.Result, cancellationToken);
        return own with { Result = TurnFailures.ToYouAlone(asker.Name) };
    }

    private static bool IsClosed(SkillResult result) =>
        result.Status is ResultStatus.NoRight or ResultStatus.NoData or ResultStatus.NoRows or ResultStatus.NotUnderstood;

    private async Task TellAsync(OpenTurn turn, Asker asker, SkillResult result, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        await notices.PostAsync(scope, Notice.To(asker.MemberId, $"private:{turn.TurnId:N}", result), cancellationToken);
        await scope.CommitAsync(cancellationToken);
    }
}
