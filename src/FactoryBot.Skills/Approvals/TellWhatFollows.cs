using System.Globalization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>What time does to an open request: who is reminded when, who may decide too after that, and who is asked next. Said from the rules that it was
/// asked under.</summary>
internal sealed class TellWhatFollows(FactoryDatabase database, IEnumerable<IApprovalSubject> subjects, TimeProvider time)
{
    /// <param name="words">May name the thing by its number.</param>
    public async Task<SkillResult> RunAsync(string words, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var now = time.GetUtcNow();
        var people = await ApprovalPeople.LoadAsync(scope, now, cancellationToken);
        var open = (await ApprovalStore.OpenAsync(scope, cancellationToken)).Where(r => asker.May(subjects.First(s => s.Kind == r.Kind).ReadPermission)).ToArray();
        var number = ListWaiting.NumberIn(words);
        var request = number is not null
            ? open.FirstOrDefault(r => ListWaiting.NumberIn(r.Title) == number)
            : open.FirstOrDefault(r => r.RequestedBy == asker.MemberId) ?? open.FirstOrDefault(r => people.MayDecide(r, asker.MemberId));
        if (request is null)
            return ApprovalFailures.NothingOpen(number);
        var delegations = await ApprovalRuleStore.ToComeAsync(scope, now, cancellationToken);
        var sentences = Sentences(request, people, delegations, asker, now).ToArray();
        var text = string.Join(' ', sentences);
        var proof = new ProofLine(
            asker.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), request.Title.Trim(), [], request.Needs.Count, "the approval rules that it was asked under", 1, null, asker.TurnId.ToString("N")[..8]);
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Data = ApprovalData.ToJson([ApprovalData.Of(request, people.MayDecide(request, asker.MemberId), now)]),
            Proof = proof,
            Card = new()
            {
                Body = [TextBlock.Heading($"What follows for {request.Title.Trim()}"), .. sentences.Select(s => TextBlock.Of(s)), TextBlock.Subtle(proof.ToString()) with { Separator = true }],
                FallbackText = text, Lang = "en",
            },
        };
    }

    private static IEnumerable<string> Sentences(ApprovalRequest request, ApprovalPeople people, IReadOnlyList<Delegation> delegations, Asker asker, DateTimeOffset now)
    {
        var waiting = request.Needs.Where(n => n.SatisfiedBy is null).ToArray();
        var step = request.Case.CurrentStep;
        var present = waiting.Where(n => n.Step == step).ToArray();
        var steps = request.Needs.Select(n => n.Step).Distinct().Count();
        yield return $"{request.Title.Trim()} waits for {Awaited(people.Awaited(request))}"
            + (steps > 1 ? string.Create(CultureInfo.InvariantCulture, $" (step {step} of {request.Needs.Max(n => n.Step)})") : "") + $", asked on {At(request.RequestedAt, asker)}.";
        yield return request.DueAt is not { } due ? "No rule sets a time for it, so nobody is reminded."
            : due > now ? $"If nobody decides, those who may are reminded on {At(due, asker)}."
            : $"It was due on {At(due, asker)}, and those who may decide were reminded.";

        var later = present.Where(n => n is { EscalateAt: not null, EscalatePermission: not null }).ToArray();
        foreach (var need in later.DistinctBy(n => (n.EscalateAt, n.EscalatePermission)))
        {
            var wider = ApprovalPeople.Names(people.HolderNames(need.EscalatePermission!, need.OwnAllowed ? null : request.RequestedBy));
            yield return need.EscalateAt > now ? $"From {At(need.EscalateAt.Value, asker)} on {wider} may decide too, and are told." : $"Since {At(need.EscalateAt!.Value, asker)} {wider} may decide too.";
        }

        if (later.Length == 0)
            yield return "Nobody else comes in after that.";
        foreach (var next in waiting.Where(n => n.Step != step).GroupBy(n => n.Step).OrderBy(g => g.Key))
            yield return string.Create(CultureInfo.InvariantCulture, $"Next, in step {next.Key}, {string.Join(" and ", next.Select(n => Of(n, request, people)).Distinct())} is asked.");
        foreach (var away in delegations.Where(d => present.Any(n => n.MemberId == d.MemberId) || people.Awaited(request).Contains(people.Name(d.MemberId), StringComparer.Ordinal)))
            yield return $"{people.Name(away.DelegateId)} decides for {people.Name(away.MemberId)} {(away.FromAt > now ? $"from {At(away.FromAt, asker)} " : "")}until {At(away.UntilAt, asker)}.";
        yield return "Time alone approves and rejects nothing: it waits until somebody decides, or it is changed or withdrawn.";
    }

    private static string Awaited(IReadOnlyList<string> names) => names.Count == 0 ? "somebody, but nobody here may decide it now" : ApprovalPeople.Names(names);

    private static string Of(ApprovalNeed need, ApprovalRequest request, ApprovalPeople people) =>
        need.MemberId is { } member ? people.Name(member) : ApprovalPeople.Names(people.HolderNames(need.Permission!, need.OwnAllowed ? null : request.RequestedBy));

    private static string At(DateTimeOffset at, Asker asker) => TimeZoneInfo.ConvertTime(at, asker.TimeZone).ToString("dddd d MMMM yyyy HH:mm", CultureInfo.InvariantCulture);
}
