using System.Globalization;
using System.Text.Json;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>The rules of approval as a table, with who decides in the meantime for whom.</summary>
internal sealed class ShowRules(FactoryDatabase database)
{
    public async Task<SkillResult> RunAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        return await OfAsync(scope, "quote", asker, null, cancellationToken);
    }

    /// <param name="said">What was done before; null: nothing was.</param>
    internal static async Task<SkillResult> OfAsync(TenantScope scope, string kind, Asker asker, string? said, CancellationToken cancellationToken)
    {
        var rules = await ApprovalStore.RulesAsync(scope, kind, cancellationToken);
        var people = await ApprovalPeople.LoadAsync(scope, asker.Now, cancellationToken);
        var mayChange = asker.May(Permissions.UsersManage);
        var own = rules[0].RuleId != Guid.Empty;
        var shownIn = ShowRequestsHere.Sentence(await ApprovalPlaceStore.OfAsync(scope, kind, cancellationToken));
        var text = string.Join(' ', new[]
        {
            said ?? "", own ? string.Create(CultureInfo.InvariantCulture, $"{rules.Count} {(rules.Count == 1 ? "rule says" : "rules say")} who must approve a {kind}:") : $"No rules are set, so every {kind} needs a manager's approval.",
            own ? string.Join("; ", rules.Select((r, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {r.Why()} → {Who(r, people)}{(r.Step > 1 ? $" (step {r.Step})" : "")}{(Time(r) is { Length: > 0 } time ? $", {time}" : "")}{(r.Enabled ? "" : " (off)")}"))) + "." : "",
            shownIn ?? "",
        }.Where(t => t.Length > 0));
        var actions = new List<CardAction>();
        if (mayChange && said is not null)
            actions.Add(ExecuteAction.Of("Undo", "approvals_rules_undo"));
        if (mayChange && own)
            actions.AddRange(rules.Take(5).Select((r, i) => ExecuteAction.Of(string.Create(CultureInfo.InvariantCulture, $"Remove {i + 1}"), "approvals_rule_remove", ("rule", r.RuleId.ToString()))));
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Data = JsonSerializer.SerializeToElement(own ? rules : [], ApprovalsJson.Default.IReadOnlyListApprovalRule),
            Card = new()
            {
                Body =
                [
                    TextBlock.Heading("Approval rules"),
                    .. said is null ? Array.Empty<CardElement>() : [TextBlock.Of(said)],
                    Table.Of(
                        [TableColumn.Left(1), TableColumn.Left(5), TableColumn.Left(4), TableColumn.Left(1), TableColumn.Left(4)],
                        ["No.", "When", "Who", "Step", "Time"],
                        rules.Select((r, i) => (IReadOnlyList<CardText>)[(i + 1).ToString(CultureInfo.InvariantCulture), r.Why() + (r.Enabled ? "" : " (off)"), Who(r, people), r.Step.ToString(CultureInfo.InvariantCulture), Time(r) is { Length: > 0 } time ? time : "no limit"])),
                    .. shownIn is null ? Array.Empty<CardElement>() : [TextBlock.Subtle(shownIn)],
                    TextBlock.Subtle("When its time is over a reminder goes to those who may decide; where a rule says so, others may decide too after a while. Who is away names a deputy: “I'm away until Friday, Ben decides for me”."),
                    TextBlock.Subtle(own ? "All rules that fit must be satisfied. Steps follow one another. Where none fits, the quote approves itself and is listed." : $"This holds until the first rule is set: every {kind} needs a manager."),
                ],
                Actions = actions.Count > 0 ? actions : null,
                FallbackText = text, Lang = "en",
            },
        };
    }

    private static string Who(ApprovalRule rule, ApprovalPeople people)
    {
        if (rule.MemberId is { } id)
            return people.Name(id);
        var role = rule.Permission switch { Permissions.UsersManage => "admin", Permissions.TenantManage => "owner", _ => Permissions.LowestRole(rule.Permission!)?.ToString().ToLowerInvariant() ?? rule.Permission! };
        return rule.Everybody ? $"every {role} and above" : $"any {role} or above";
    }

    private static string Time(ApprovalRule rule) => string.Join(", ", new[]
    {
        rule.DueHours is { } due ? string.Create(CultureInfo.InvariantCulture, $"reminder after {due} h") : "",
        rule.EscalateHours is { } late ? string.Create(CultureInfo.InvariantCulture, $"{(rule.EscalatePermission == Permissions.TenantManage ? "owners" : rule.EscalatePermission == Permissions.UsersManage ? "admins" : "managers")} too after {late} h") : "",
    }.Where(t => t.Length > 0));
}
