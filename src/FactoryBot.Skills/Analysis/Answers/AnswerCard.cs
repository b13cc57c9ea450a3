using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Analysis.Answers;

/// <summary>The picture of an answer: sentence, how it was found, chart, table, caveats.</summary>
internal static class AnswerCard
{
    /// <summary>The function of the buttons that draw the same rows otherwise.</summary>
    public const string DrawVerb = "analysis_draw";

    internal const int MostRows = 15;
    private const int MostColumns = 7;
    private const int MostOfTitle = 3;

    public static AdaptiveCard Of(QueryAnswer answer, string text, ProofLine proof, IReadOnlyList<CardAction> downloads)
    {
        var body = new List<CardElement> { TextBlock.Heading(Title(answer)) };
        if (answer.VerifiedBy is { } verified)
            body.Add(Badge.Of($"verified by {verified}", BadgeStyle.Good));
        if (answer.How.Count > 0)
            body.Add(TextBlock.Subtle("How: " + string.Join(" · ", answer.How)) with { Wrap = true });
        if (AnswerChart.Of(answer) is { } chart)
            body.Add(chart);
        if (answer.Rows.Count > 1 || answer.Shown.Any(c => c.Column.Role == OutRole.Dimension))
            body.Add(TableOf(answer));
        if (answer.Rows.Count > MostRows)
            body.Add(TextBlock.Subtle($"{AnswerText.Count(answer)}; {Shown(answer)}."));
        if (AnswerChart.Others(answer) is { Count: > 0 } kinds)
            body.Add(new ActionSet { Actions = [.. kinds.Select(k => ExecuteAction.Of(Title(k), DrawVerb, ("query", answer.Id.ToString("N")), ("chart", k)))] });
        body.AddRange(answer.Caveats.Select(TextBlock.Warning));
        if (downloads.Count > 0)
            body.Add(new ActionSet { Actions = downloads });
        // What "How" has told is not told again.
        body.Add(TextBlock.Subtle((proof with { Filters = [.. proof.Filters.Except(answer.How)] }).ToString()) with { Separator = true });
        return new() { Body = body, FallbackText = text, Lang = "en" };
    }

    /// <summary>What is shown, in a few words: the figures by the names, else the columns of a list. The sentence with the numbers stands above the card.</summary>
    public static string Title(QueryAnswer answer)
    {
        var figures = answer.Query?.Compute.Count > 0 && answer.Lead is { } lead ? [lead.Column.Title] : Titles(answer, OutRole.Measure);
        var names = Titles(answer, OutRole.Dimension);
        return figures.Count == 0 || answer.Query is { Measures.Count: 0 } ? string.Join(", ", names.Concat(figures).Take(MostOfTitle))
            : names.Count == 0 ? string.Join(", ", figures.Take(MostOfTitle))
            : $"{string.Join(", ", figures.Take(MostOfTitle))} by {string.Join(" and ", names.Select(name => name.ToLowerInvariant()))}";
    }

    private static List<string> Titles(QueryAnswer answer, OutRole role) => [.. answer.Shown.Where(c => c.Column.Role == role).Select(c => c.Column.Title)];

    private static string Title(string kind) => kind switch { "line" => "As a line", "pie" => "As a pie", "table" => "As a table", _ => "As bars" };

    private static string Shown(QueryAnswer answer) => answer.Page == 0 ? $"the first {MostRows} are shown"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"rows {(answer.Page * MostRows) + 1} to {Math.Min(answer.Rows.Count, (answer.Page + 1) * MostRows)} are shown");

    private static Table TableOf(QueryAnswer answer)
    {
        var columns = answer.Shown.Take(MostColumns).ToList();
        return Table.Of(
            [.. columns.Select(c => c.Column.Role == OutRole.Measure ? TableColumn.Right() : TableColumn.Left(2))],
            [.. columns.Select(c => c.Column.Title)],
            answer.Rows.Skip(answer.Page * MostRows).Take(MostRows).Select(r => (IReadOnlyList<CardText>)[.. columns.Select(c => (CardText)ValueText.Of(r[c.At], c.Column))]));
    }
}
