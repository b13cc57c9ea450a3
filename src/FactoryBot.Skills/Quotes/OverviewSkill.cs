using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>Looking at quotes.</summary>
internal sealed class OverviewSkill(ShowQuotes show, FindAlternatives alternatives) : ISkill
{
    public string Module => "quotes";

    [SkillFunction("quotes_show", Permission = Permissions.QuotesView, Title = "Show a quote")]
    [Description("Shows a quote with its lines, total, state and approval. Without a number it is the one that the asker worked on last.")]
    [Example("show quote Q-00012")]
    [Example("Q-00012")]
    [Example("status of quote 12")]
    [Example("open my last quote")]
    [Example("status of my quote")]
    public Task<SkillResult> ShowAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values = ["show quote", "show q-#", "show me q-#", "show me quote", "open quote", "open q-#", "^q-#$", "^quote q-#$", "^quote #$", "status of quote", "status of q-#", "state of quote", "state of q-#", "my last quote", "the last quote", "current quote", "status of my quote", "state of my quote", "status of the quote", "^show my quote$", "^show the quote$", "^my quote$", "where does my quote", "where is my quote", "how is my quote"]),
         Description("The quote's number, or the words that were said.")] string? quote = null,
        CancellationToken cancellationToken = default) => show.OneAsync(QuoteNumber.In(quote), asker, cancellationToken);

    [SkillFunction("quotes_changes", Permission = Permissions.QuotesView, Title = "What changed in a quote")]
    [Description("The versions of a quote and what each of them changed, line by line.")]
    [Example("what changed in Q-00012")]
    [Example("versions of quote 12")]
    [Example("show the changes in Q-00012")]
    public Task<SkillResult> ChangesAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values = ["what changed in q-#", "what changed in quote", "what changed in the quote", "what was changed in q-#", "versions of quote", "versions of q-#", "changes in q-#", "changes in quote", "changes of q-#", "history of q-#", "history of quote"]),
         Description("The quote's number, or the words that were said.")] string? quote = null,
        CancellationToken cancellationToken = default) => show.ChangesAsync(QuoteNumber.In(quote), asker, cancellationToken);

    [SkillFunction("quotes_alternatives", Permission = Permissions.QuotesView, Title = "Other parts for a line")]
    [Description("Similar parts for a line of a quote, on request cheaper ones or those in stock. Without a number it is the quote that the asker worked on last.")]
    [Example("anything cheaper or in stock for line 2?")]
    [Example("alternatives for line 1")]
    [Example("is there a cheaper part for line 3 of Q-00012")]
    [Example("what else could we offer for line 2")]
    public Task<SkillResult> AlternativesAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "alternatives for line", "alternative for line", "alternatives to line", "alternative to line", "anything cheaper for line", "anything cheaper or in stock for line", "anything in stock for line", "anything else for line",
            "something cheaper for line", "cheaper part for line", "cheaper parts for line", "cheaper option for line", "cheaper options for line", "cheaper ... for line", "what else could we offer for line", "what else is there for line",
            "other parts for line", "another part for line", "similar parts for line", "substitute for line", "replacement for line", "in stock for line", "available for line", "any alternatives", "^alternatives$",
        ]), Description("What was said, with the line's place.")] string words,
        CancellationToken cancellationToken = default) => alternatives.RunAsync(words, asker, cancellationToken);

    [SkillFunction("quotes_drafts", Permission = Permissions.QuotesView, Title = "My drafts",
        Subjects = ["my drafts", "draft quotes", "quote drafts", "drafts"])]
    [Description("The asker's quotes that are still drafts.")]
    [Example("Show my drafts")]
    [Example("my draft quotes")]
    [Example("which drafts do I have")]
    [Example("list my quote drafts")]
    public Task<SkillResult> DraftsAsync(Asker asker, CancellationToken cancellationToken = default) => show.DraftsAsync(asker, cancellationToken);

    [SkillFunction("quotes_expiring", Permission = Permissions.QuotesView, Title = "Quotes that expire soon",
        Subjects = ["expiring quotes", "quotes expiring", "quotes expire", "quotes that expire", "expiring"])]
    [Description("Approved and sent quotes whose validity ends within 14 days, or in the days that are named.")]
    [Example("Which quotes expire soon?")]
    [Example("expiring quotes")]
    [Example("show quotes that expire soon")]
    public Task<SkillResult> ExpiringAsync(
        Asker asker,
        [Slot(SlotKind.Period, Ahead = true), Description("ISO 8601 interval with both days included, in which they end; leave out for the next 14 days.")] string? period = null,
        CancellationToken cancellationToken = default) => show.ExpiringAsync(period, asker, cancellationToken);

    [SkillFunction("quotes_list", Permission = Permissions.QuotesView, Title = "List quotes",
        Subjects = ["quotes", "all quotes", "quote list", "list of quotes", "quotations"])]
    [Description("The newest quotes, or those in one state.")]
    [Example("List the quotes")]
    [Example("show all quotes")]
    [Example("which quotes are submitted")]
    [Example("list sent quotes")]
    [Example("approved quotes")]
    [Example("quotes that were lost")]
    public Task<SkillResult> ListAsync(
        Asker asker,
        [Slot(SlotKind.Choice, Values = ["draft", "submitted=waiting for approval", "approved", "rejected", "changes requested=sent back", "sent", "won", "lost", "expired", "cancelled=canceled"]),
         Description("draft, submitted, approved, rejected, changes requested, sent, won, lost, expired or cancelled; left out: all.")] string? state = null,
        CancellationToken cancellationToken = default) =>
        state is null || QuoteStates.Read(state) is not null
            ? show.SearchAsync(null, state is null ? null : QuoteStates.Read(state), asker, cancellationToken)
            : Task.FromResult(QuoteFailures.UnknownState(state));

    [SkillFunction("quotes_find", Permission = Permissions.QuotesView, Title = "Find quotes", Unlearned = true)]
    [Description("Quotes of a customer, or with a number, on request in one state. Give the words as they were said.")]
    [Example("find the quotes for Kovo")]
    [Example("search quotes for Berger")]
    public Task<SkillResult> FindAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "^find quotes", "^find the quotes", "^find the quote for", "^find my quote for", "^find all quotes for", "^search quotes", "^search for quotes", "^look for quotes", "^any quotes for", "^any quote for", "^any quotes to", "^any open quotes for", "^quotes for customer",
            "^show quotes for", "^show the quotes for", "^show me quotes for", "^show me the quotes for", "^show all quotes for", "^list quotes for", "^list the quotes for", "^all quotes for", "^do we have quotes for", "^do we have a quote for", "^which quotes do we have for",
            "^which quotes did we send to", "^which quotes did we make for", "^which quotes went to", "^what did we quote", "^what have we quoted", "^open quotes", "^which quotes are open", "^which quotes are still open", "^list open quotes", "^list the open quotes", "^show open quotes", "^show the open quotes", "^show me the open quotes", "^all open quotes", "^my open quotes", "^show my open quotes", "^open quotes for", "^sent quotes for", "^lost quotes for", "^won quotes for", "^where is the quote for",
        ]), Description("What was said, with the customer's name or the quote's number.")] string words,
        CancellationToken cancellationToken = default) => show.FindAsync(words, asker, cancellationToken);

    [SkillFunction("quotes_value", Permission = Permissions.QuotesView, Title = "What quotes are worth", Unlearned = true)]
    [Description("How many quotes there are and what they are worth together: the open ones, or those in one state, of a customer or the asker's own. Give the words as they were said.")]
    [Example("total value of the open quotes")]
    [Example("what are our open quotes worth")]
    public Task<SkillResult> ValueAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "value of ... quotes", "value of quotes", "value of ... drafts", "worth of ... quotes", "total of ... quotes", "sum of ... quotes", "volume of ... quotes", "amount of ... quotes", "value of the pipeline",
            "quote pipeline", "pipeline of quotes", "are ... quotes worth", "are quotes worth", "how much are ... quotes", "how much is in ... quotes", "how much money is in ... quotes", "how much do we have in ... quotes",
            "^how much is in my drafts", "how much have we quoted", "how much did we quote", "^how many quotes", "^how many open quotes", "^how many sent quotes", "^how many drafts", "^number of quotes", "^number of open quotes", "^count of quotes",
        ]), Description("What was said.")] string words,
        CancellationToken cancellationToken = default) => show.ValueAsync(words, asker, cancellationToken);

    [SkillFunction("quotes_figures", Permission = Permissions.QuotesView, Title = "Win rate of quotes", Help = "Our win rate this quarter",
        Subjects = ["win rate", "hit rate", "reasons for loss", "loss reasons", "quote turnaround", "turnaround of quotes", "win ratio", "lose so many quotes", "lost so many quotes"])]
    [Description("How many quotes were won and lost, the win rate, the reasons for loss and how long it takes from draft to sent.")]
    [Example("What is our win rate?")]
    [Example("win rate of quotes")]
    [Example("reasons for loss")]
    [Example("why do we lose quotes")]
    [Example("quote turnaround")]
    [Example("hit rate of our quotes")]
    [Example("win rate this year")]
    public Task<SkillResult> FiguresAsync(
        Asker asker,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, in which the quotes were decided; leave out for all.")] string? period = null,
        CancellationToken cancellationToken = default) => show.FiguresAsync(period, asker, cancellationToken);
}
