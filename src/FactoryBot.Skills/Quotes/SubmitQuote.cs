using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Skills.Quotes;

/// <summary>Asks for approval of a quote's current version, or says beforehand who would have to agree and why.</summary>
internal sealed class SubmitQuote(FactoryDatabase database, ApprovalNotices notices, QuoteApproval subject, AuditLog audit, TimeProvider time)
{
    public async Task<SkillResult> PreviewAsync(string? number, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await EditQuote.FindAsync(scope, number, asker, cancellationToken) is not { } quote)
            return QuoteFailures.NoQuote(number);
        var view = await QuoteView.LoadAsync(scope, quote, cancellationToken);
        if (!view.Content.IsComplete)
            return QuoteFailures.Incomplete(quote, view.Content);
        var facts = await QuoteFactsStore.ReadAsync(scope, quote.QuoteId, quote.Version, cancellationToken);
        var rules = (await ApprovalStore.RulesAsync(scope, QuoteApproval.KindName, cancellationToken)).Where(r => r.Enabled && r.Condition.Fits(facts)).ToArray();
        var people = await ApprovalPeople.LoadAsync(scope, time.GetUtcNow(), cancellationToken);
        var proof = QuoteProof.Of(view, asker);
        if (rules.Length == 0)
        {
            var alone = $"{quote.Number} needs nobody's approval: no rule fits. Submitting it approves it, and it is listed.";
            return new() { Status = ResultStatus.Answered, Text = alone, Proof = proof };
        }

        var rows = rules.Select(r => (Rule: r, Who: Who(r, people, quote.OwnerId))).ToArray();
        var text = $"{quote.Number} needs the approval of {string.Join("; then ", rows.GroupBy(r => r.Rule.Step).Select(g => string.Join(" and ", g.Select(r => r.Who).Distinct())))}. "
            + $"Why: {string.Join("; ", rows.Select(r => $"{r.Rule.Name} ({r.Rule.Why()})"))}.";
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Proof = proof,
            Card = new()
            {
                Body =
                [
                    TextBlock.Heading($"Who must approve {quote.Number}"),
                    Table.Of(
                        [TableColumn.Left(1), TableColumn.Left(4), TableColumn.Left(4), TableColumn.Left(4)],
                        ["Step", "Rule", "Why", "Who"],
                        rows.Select(r => (IReadOnlyList<CardText>)[QuoteText.Number(r.Rule.Step), r.Rule.Name, r.Rule.Why(), r.Who])),
                    TextBlock.Subtle(proof.ToString()) with { Separator = true },
                ],
                Actions = [ExecuteAction.Of("Submit for approval", "quotes_submit", ("quote", quote.Number), ("revision", QuoteText.Number(quote.Revision))) with { Style = ActionStyle.Positive }],
                FallbackText = text, Lang = "en",
            },
        };
    }

    /// <param name="revision">What the asker saw; null: whatever is there now.</param>
    public async Task<SkillResult> RunAsync(string? number, int? revision, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await EditQuote.FindAsync(scope, number, asker, cancellationToken) is not { } quote)
            return QuoteFailures.NoQuote(number);
        var view = await QuoteView.LoadAsync(scope, quote, cancellationToken);
        if (revision is { } seen && seen != quote.Revision)
            return QuoteFailures.ChangedMeanwhile(quote, view.Version.MadeByName, view.Changes);
        if (!QuoteStates.MayMove(quote.State, QuoteState.Submitted))
            return QuoteFailures.WrongState(quote, "submitted");
        if (!view.Content.IsComplete)
            return QuoteFailures.Incomplete(quote, view.Content);

        var now = time.GetUtcNow();
        var request = await ApprovalStore.AskAsync(scope, QuoteApproval.KindName, quote.QuoteId, quote.Version, asker.MemberId, now, cancellationToken);
        if (!await QuoteStore.MoveAsync(scope, quote, QuoteState.Submitted, "", now, cancellationToken))
            return QuoteFailures.ChangedMeanwhile(quote, "somebody", []);
        if (request.State == ApprovalState.Approved)
            await subject.DecidedAsync(scope, request, now, cancellationToken);
        else
            await notices.AskedAsync(scope, subject, request, asker, cancellationToken);
        var after = await QuoteView.LoadAsync(scope, (await QuoteStore.GetAsync(scope, quote.QuoteId, cancellationToken))!, cancellationToken);
        await audit.AppendAsync(scope, AuditActor.Of(asker), "quote.submitted", quote.Number, $$"""{"version":{{quote.Version}},"hash":"{{view.Version.Hash}}"}""", cancellationToken);
        var people = await ApprovalPeople.LoadAsync(scope, now, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return QuoteResult.Of(after, asker, request.State == ApprovalState.Approved
            ? "No rule asks for anybody, so it is approved by itself."
            : Asked(people.Awaited(request)));
    }

    private static string Asked(IReadOnlyList<string> deciders) => deciders.Count == 0
        ? "It waits for approval, but nobody here may give it now. An owner can change the rules or make somebody a manager."
        : $"It waits for {ApprovalPeople.Names(deciders)}.";

    private static string Who(ApprovalRule rule, ApprovalPeople people, Guid owner)
    {
        var who = rule.MemberId is { } id ? [people.Name(id)] : people.HolderNames(rule.Permission!, rule.OwnAllowed ? null : owner);
        return who.Count == 0 ? "nobody here (there must be somebody with the right)" : rule.Everybody ? "all of " + ApprovalPeople.Names(who) : ApprovalPeople.Names(who);
    }
}
