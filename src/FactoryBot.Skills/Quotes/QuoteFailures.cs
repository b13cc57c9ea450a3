using System.Globalization;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Quotes;

/// <summary>Everything about quotes that a person can cause and that does not work, with the sentence they read.</summary>
internal static class QuoteFailures
{
    public const string NotAllLines = "That would take every line out. Cancel the quote if it is not wanted any more.";

    public static string UnreadableFile(string name) => $"“{name}” cannot be read. I read lists as CSV or XLSX.";

    public static string NoPartNumbers(string name) => $"“{name}” has no column with part numbers. Its first line must name the columns, for example: part_number, description, price.";

    public static string NoCustomerNames(string name) => $"“{name}” has no column with customers' names. Its first line must name the columns, for example: name, tier, email.";

    public const string NoLineOpen = "Every line has its part. Which line do you mean? Say for example: option 2 for line 1.";

    public static string NoSuchKind(string words, IReadOnlyList<string> several) =>
        $"No open line has just one choice that is “{words}”{(several.Count > 0 ? ": " + string.Join("; ", several) : "")}. Say for example: use the first one for line 1.";

    public static string NoSuchLine(string words, IReadOnlyList<int> places, int lines) => lines == 0
        ? "The quote has no lines yet."
        : places.Count > 0
        ? string.Create(CultureInfo.InvariantCulture, $"There is no line {string.Join(", ", places)}; the quote has {lines} {(lines == 1 ? "line" : "lines")}.")
        : $"No line of the quote is about “{words.Trim()}”.";

    public static string NoSuchChoice(int place, IReadOnlyList<LineChoice> offered) => offered.Count == 0
        ? string.Create(CultureInfo.InvariantCulture, $"Nothing is offered to choose from for line {place}. Say for example: use part NUMBER for line {place}.")
        : string.Create(CultureInfo.InvariantCulture, $"For line {place} there are {offered.Count} to choose from: {string.Join(", ", offered.Select(o => o.Number))}.");

    public static SkillResult UnreadPeriod(string written) => SkillResult.No(
        ResultStatus.NotUnderstood, $"I cannot read “{written}” as a time. Say for example: this year, last month, since March.");

    public static SkillResult NoCatalogue() => SkillResult.No(
        ResultStatus.NoData, "No parts have been loaded yet, so I can match nothing. Load your list with: factorybot import parts FILE");

    public static SkillResult NothingAsked() => SkillResult.No(
        ResultStatus.NotUnderstood, "I found no part and no quantity in this text. Paste the request as it came, for example: 200 pcs M8x40 DIN 933, zinc.");

    public static SkillResult NoQuote(string? number) => SkillResult.No(
        ResultStatus.NoRows, number is null ? "You have no open quote. Paste a request to start one." : $"There is no quote {number}.");

    public static SkillResult UnknownEdit(string text) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"I did not understand what to change in “{text}”. For example: make line 2 250 pieces, give 5 % on line 1, drop the washers, valid for 60 days, price of line 1 to 3.20.");

    public static SkillResult UnknownState(string state) => SkillResult.No(ResultStatus.NotUnderstood, $"“{state}” is no state of a quote.");

    public static SkillResult WhichLine(Quote quote) => SkillResult.No(ResultStatus.Clarify, $"For which line of {quote.Number}? For example: anything cheaper for line 2?");

    public static SkillResult NotInCatalogue(string wording) => SkillResult.No(
        ResultStatus.NoRows, $"The catalogue has no part like “{wording}”. Give its number, or its kind with a size, for example: hex bolt M8x40.");

    public static SkillResult NoAlternative(Catalogue.Part part, int like, bool cheaper, bool stocked) => SkillResult.No(
        ResultStatus.NoRows,
        like == 0 ? $"The catalogue has nothing like {part.Number}."
            : string.Create(CultureInfo.InvariantCulture, $"Of {like} parts like {part.Number} none is {(cheaper && stocked ? "cheaper or in stock" : cheaper ? "cheaper" : "in stock")}."));

    public static SkillResult UnknownSetting(string text) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"I did not understand the setting “{text.Trim()}”. For example: our quotes are valid for 45 days; quote terms: 30 days net; number format on quotes is German; quote currency EUR; company address: Hall 3; 70173 Stuttgart; target margin 35 %.");

    public static SkillResult NoLogo() => SkillResult.No(ResultStatus.Clarify, "Send the logo as a PNG or JPEG image together with this message.");

    public static SkillResult NoImage(string name) => SkillResult.No(ResultStatus.NotUnderstood, $"“{name}” is no PNG or JPEG image of at most 2 MB.");

    public static SkillResult NoEarlierSettings() => SkillResult.No(ResultStatus.NoRows, "The quote settings have not been changed yet.");

    public static SkillResult CannotEdit(string sentence) => SkillResult.No(ResultStatus.NotUnderstood, sentence);

    public static SkillResult Closed(Quote quote) => SkillResult.No(ResultStatus.NoRight, $"{quote.Number} is {QuoteStates.Spoken(quote.State)} and cannot be changed any more. Copy it instead.");

    public static SkillResult ChangedMeanwhile(Quote quote, string by, IReadOnlyList<string> changes) => SkillResult.No(
        ResultStatus.NoRight,
        $"{quote.Number} was changed by {by} while you looked at it, so nothing of yours was saved. What changed: {(changes.Count == 0 ? "its state" : string.Join("; ", changes.Take(6)))}. Please look at it again.");

    public static SkillResult Incomplete(Quote quote, QuoteContent content)
    {
        var open = content.Lines.Select((l, i) => (l, i)).Where(x => x.l.Total is null)
            .Select(x => string.Create(CultureInfo.InvariantCulture, $"line {x.i + 1} ({(x.l.IsOpen ? "which part?" : x.l.Quantity is null ? "how many?" : "no price")})")).ToArray();
        return SkillResult.No(ResultStatus.Clarify, open.Length == 0 ? $"{quote.Number} has no lines." : $"{quote.Number} is not complete: {string.Join(", ", open)}.");
    }

    public static SkillResult WrongState(Quote quote, string wanted) => SkillResult.No(
        ResultStatus.NoRight, $"{quote.Number} is {QuoteStates.Spoken(quote.State)}, so it cannot be {wanted}.");

    public static SkillResult NotSubmitted(Quote quote) => SkillResult.No(
        ResultStatus.NoRows, $"{quote.Number} has not been submitted, so there is nothing to decide.", new Choice("Submit it", $"Submit quote {quote.Number}"));

    public static SkillResult SeenWhat(string number) => SkillResult.No(
        ResultStatus.Clarify, $"Say which content of {number} you decide: its contentHash or its version, as it was shown to you.");

    public static SkillResult NotApproved(Quote quote) => SkillResult.No(
        ResultStatus.NoRight, $"{quote.Number} version {quote.Version.ToString(CultureInfo.InvariantCulture)} is not approved. Nothing was sent.{(quote.State == QuoteState.Submitted ? " It waits for approval." : "")}",
        quote.State == QuoteState.Submitted ? [new("Who must approve?", $"Who must approve {quote.Number}?")] : [new("Submit it", $"Submit quote {quote.Number}")]);

    public static SkillResult NothingToUndo(Quote quote) => SkillResult.No(ResultStatus.NoRows, $"{quote.Number} has not been changed since it was drafted.");

    public static SkillResult FindWhat() => SkillResult.No(ResultStatus.Clarify, "Whose quotes? Say for example: find the quotes for Kovo.", new Choice("All quotes", "List the quotes"));

    public static SkillResult NoFileSent() => SkillResult.No(ResultStatus.Clarify, "Send the file together with this sentence, for example: attach this to Q-00012.");

    public static SkillResult NoFiles(Quote quote) => SkillResult.No(ResultStatus.NoRows, $"No file is kept with {quote.Number}.");

    public static SkillResult TooManyFiles(Quote quote, int most) => SkillResult.No(
        ResultStatus.NotUnderstood, string.Create(CultureInfo.InvariantCulture, $"{quote.Number} would have more than {most} files. Take some out first."));

    public static SkillResult NoSuchPart(string number) => SkillResult.No(ResultStatus.NotUnderstood, $"The catalogue has no part {number}.");

    public static SkillResult NoFonts { get; } = SkillResult.No(
        ResultStatus.Failed, "The PDF cannot be written here: the DejaVu fonts are not installed. The Word document works without them.");

    public static SkillResult UnreadableAttachment(string name) => SkillResult.No(ResultStatus.NotUnderstood, $"I cannot read “{name}”. I read text, CSV, XLSX, DOCX and PDF with text in it.");
}
