using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>What waits for somebody's decision; a single request is shown with its buttons at once.</summary>
internal sealed partial class ListWaiting(FactoryDatabase database, IEnumerable<IApprovalSubject> subjects, TimeProvider time)
{
    private const int MostShown = 15;

    public Task<SkillResult> RunAsync(Asker asker, CancellationToken cancellationToken) => RunAsync(_ => true, null, false, asker, cancellationToken);

    /// <summary>For programs: a single one is a list too.</summary>
    public Task<SkillResult> ListAsync(Asker asker, CancellationToken cancellationToken) => RunAsync(_ => true, null, true, asker, cancellationToken);

    /// <summary>One request as data.</summary>
    public async Task<SkillResult> DataAsync(Guid requestId, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await ApprovalStore.FindAsync(scope, requestId, cancellationToken) is not { } request)
            return ApprovalFailures.NoRequest();
        var now = time.GetUtcNow();
        var people = await ApprovalPeople.LoadAsync(scope, now, cancellationToken);
        var mayDecide = people.MayDecide(request, asker.MemberId);
        var shown = await subjects.First(s => s.Kind == request.Kind).ShowAsync(scope, request, asker, mayDecide, cancellationToken);
        return shown with { Data = ApprovalData.ToJson([ApprovalData.Of(request, mayDecide, now)])[0] };
    }

    /// <summary>The request that the words name by its number: what is decided is decided on its card, where one sees it.</summary>
    public Task<SkillResult> OpenAsync(string words, Asker asker, CancellationToken cancellationToken) =>
        NumberIn(words) is { } wanted
            ? RunAsync(r => NumberIn(r.Title) == wanted, wanted.ToString(CultureInfo.InvariantCulture), false, asker, cancellationToken)
            : RunAsync(asker, cancellationToken);

    /// <summary>The number of the thing that words or a title name.</summary>
    internal static long? NumberIn(string words) =>
        Number().Match(words) is { Success: true } number && long.TryParse(number.ValueSpan, CultureInfo.InvariantCulture, out var wanted) ? wanted : null;

    private async Task<SkillResult> RunAsync(Func<ApprovalRequest, bool> wanted, string? number, bool asList, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var people = await ApprovalPeople.LoadAsync(scope, time.GetUtcNow(), cancellationToken);
        var waiting = (await ApprovalStore.OpenAsync(scope, cancellationToken)).Where(r => wanted(r) && people.MayDecide(r, asker.MemberId)).ToArray();
        if (waiting.Length == 0)
            return ApprovalFailures.NothingWaits(number);
        if (waiting.Length == 1 && !asList)
            return await subjects.First(s => s.Kind == waiting[0].Kind).ShowAsync(scope, waiting[0], asker, mayDecide: true, cancellationToken);
        var text = FormattableString.Invariant($"{waiting.Length} {(waiting.Length == 1 ? "request waits" : "requests wait")} for your decision: {string.Join("; ", waiting.Take(MostShown).Select(w => w.Title.Trim())).TrimEnd('.')}.");
        var now = time.GetUtcNow();
        var proof = new ProofLine(asker.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "open requests", [], waiting.Length, "requests that the asker may decide", 1, null, asker.TurnId.ToString("N")[..8]);
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Data = ApprovalData.ToJson([.. waiting.Select(w => ApprovalData.Of(w, true, now))]),
            Proof = proof,
            Card = new()
            {
                Body =
                [
                    TextBlock.Heading("Waiting for your decision"),
                    Table.Of(
                        [TableColumn.Left(4), TableColumn.Left(3), TableColumn.Left(3)],
                        ["What", "Asked by", "Rule"],
                        waiting.Take(MostShown).Select(w => (IReadOnlyList<CardText>)[w.Title.Trim(), w.RequestedByName, string.Join(", ", w.Needs.Where(n => n.SatisfiedBy is null).Select(n => n.RuleName).Distinct())])),
                    new ActionSet { Actions = [.. waiting.Take(6).Select(w => ExecuteAction.Of(w.Title.Trim(), "approvals_show", ("request", w.RequestId.ToString())))] },
                    TextBlock.Subtle(proof.ToString()) with { Separator = true },
                ],
                FallbackText = text, Lang = "en",
            },
        };
    }

    public async Task<SkillResult> ShowAsync(Guid requestId, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await ApprovalStore.FindAsync(scope, requestId, cancellationToken) is not { } request)
            return ApprovalFailures.NoRequest();
        var people = await ApprovalPeople.LoadAsync(scope, time.GetUtcNow(), cancellationToken);
        return await subjects.First(s => s.Kind == request.Kind).ShowAsync(scope, request, asker, people.MayDecide(request, asker.MemberId), cancellationToken);
    }

    [GeneratedRegex(@"\d{1,12}")]
    private static partial Regex Number();
}
