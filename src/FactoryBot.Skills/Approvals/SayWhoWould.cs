using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>Who would have to agree to something that is only described, by the rules as they are: what is certain, and what depends on what was not said.</summary>
internal sealed class SayWhoWould(FactoryDatabase database)
{
    private const int ProofVersion = 1;

    public async Task<SkillResult> RunAsync(SupposedCase supposed, string kind, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var rules = (await ApprovalStore.RulesAsync(scope, kind, cancellationToken)).Where(r => r.Enabled).ToArray();
        var people = await ApprovalPeople.LoadAsync(scope, asker.Now, cancellationToken);
        var judged = rules.Select(r => (Rule: r, Meets: supposed.Meets(r.Condition), Who: Who(r, people))).Where(j => j.Meets != false).ToArray();
        var certain = judged.Where(j => j.Meets == true).ToArray();
        var depends = judged.Where(j => j.Meets is null).ToArray();
        var what = $"A {kind} {supposed.Said()}".TrimEnd();
        var sentences = new List<string>
        {
            certain.Length == 0
                ? $"{what} needs nobody's approval{(depends.Length > 0 ? " for that alone" : ": it approves itself and is listed")}."
                : $"{what} needs the approval of {string.Join("; then ", certain.GroupBy(c => c.Rule.Step).OrderBy(g => g.Key).Select(g => string.Join(" and ", g.Select(c => c.Who).Distinct())))} ({string.Join("; ", certain.Select(c => c.Rule.Why()).Distinct())}).",
        };
        if (depends.Length > 0)
            sentences.Add($"{(certain.Length > 0 ? "Besides" : "It would")}, where it applies: {string.Join("; ", depends.Select(d => $"{d.Rule.Why()} → {d.Who}"))}.");
        var proof = new ProofLine(asker.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "approval rules", [], rules.Length, "rules that fit", ProofVersion, null, asker.TurnId.ToString("N")[..8]);
        var text = string.Join(' ', sentences);
        return new()
        {
            Status = ResultStatus.Answered, Text = text, Proof = proof,
            Card = judged.Length == 0 ? null : new()
            {
                Body =
                [
                    TextBlock.Heading($"{what}: who approves"),
                    Table.Of(
                        [TableColumn.Left(2), TableColumn.Left(4), TableColumn.Left(4)],
                        ["", "Rule", "Who"],
                        judged.OrderBy(j => j.Meets is null).ThenBy(j => j.Rule.Step).Select(j => (IReadOnlyList<CardText>)[j.Meets == true ? "needed" : "depends", j.Rule.Why(), j.Who])),
                    TextBlock.Subtle(proof.ToString()) with { Separator = true },
                ],
                FallbackText = text, Lang = "en",
            },
            Choices = [new("Show the rules", "Show the approval rules")],
        };
    }

    private static string Who(ApprovalRule rule, ApprovalPeople people)
    {
        var who = rule.MemberId is { } id ? [people.Name(id)] : people.HolderNames(rule.Permission!, except: null);
        return who.Count == 0 ? "nobody here (there must be somebody with the right)" : rule.Everybody ? "all of " + ApprovalPeople.Names(who) : ApprovalPeople.Names(who);
    }
}
