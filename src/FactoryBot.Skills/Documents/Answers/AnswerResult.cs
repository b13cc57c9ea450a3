using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>Quotes as words, sources and data. No card: channels make citations of the numbers in the words.</summary>
internal sealed class AnswerResult(FileLinks links)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public SkillResult Of(Guid tenantId, DocumentAnswer answer, TimeZoneInfo zone) => new()
    {
        Status = ResultStatus.Answered,
        Text = (answer.Contradiction is { } contradiction ? contradiction.Sentence(zone) + "\n\n" : "") + Text(answer),
        Data = JsonSerializer.SerializeToElement(
            new AnswerData(answer.Confidence, [.. answer.Quotes.Select(q => new QuoteData(q.Number, q.Piece.Text.Name, q.Piece.Text.Path, q.Piece.Text.Page, q.Text))]),
            AnswerJson.Default.AnswerData),
        Sources = [.. answer.Quotes.Select(q => new Source(q.Number, SourceOf(q), Link(tenantId, q), Shortened(q.Text)) { Passage = q.Piece.Text.Text })],
        Choices = IsShortened(answer) ? [WholePassages.For(answer.Question)] : [],
    };

    /// <summary>The gap is said and booked, and what comes nearest is shown: whoever asked sees at once whether it helps. It is no answer, so nobody
    /// writes another one from it.</summary>
    public SkillResult Unsure(Guid tenantId, DocumentAnswer answer, TimeZoneInfo zone)
    {
        var nearest = Of(tenantId, answer, zone);
        return nearest with
        {
            Status = ResultStatus.NoRows, Text = $"{(answer.Missing is { } fact ? DocumentsFailures.Misses(fact) : DocumentsFailures.NotSure)}\n\n{nearest.Text}", Sources = [.. nearest.Sources.Select(s => s with { Passage = null })],
        };
    }

    // The sources stand under it in every channel's own way.
    private static string Text(DocumentAnswer answer) =>
        string.Join("\n\n", answer.Quotes.Select(q => $"{q.Heading} [{q.Number}]\n{(answer.IsWhole ? q.Text : q.Lead)}"));

    private static bool IsShortened(DocumentAnswer answer) => !answer.IsWhole && answer.Quotes.Any(q => q.Lead.Length < q.Text.Length);

    /// <summary>Opens the file at the page, where it has pages.</summary>
    private string? Link(Guid tenantId, Quote quote)
    {
        var piece = quote.Piece.Text;
        // A text has no pages: browsers go to the words of the heading.
        var page = piece.Page is { } number ? string.Create(CultureInfo.InvariantCulture, $"#page={number}")
            : piece.Kind is "docx" or "xlsx" or "pdf" ? ""
            : $"#:~:text={Uri.EscapeDataString(piece.Path[^1]).Replace("-", "%2D", StringComparison.Ordinal)}";
        return piece.FileId is { } file ? links.For(tenantId, file, Life, Path.GetFileName(piece.Name)) + page : null;
    }

    private static string SourceOf(Quote quote)
    {
        var page = quote.Piece.Text.Page is { } number ? string.Create(CultureInfo.InvariantCulture, $", page {number}") : "";
        return $"{quote.Heading} ({quote.Piece.Text.Name}{page})";
    }

    private static string Shortened(string text) => text.Length <= 160 ? text : text[..157] + "...";
}

internal sealed record AnswerData(double Confidence, IReadOnlyList<QuoteData> Quotes);

internal sealed record QuoteData(int Number, string Document, IReadOnlyList<string> Path, int? Page, string Text);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnswerData))]
internal sealed partial class AnswerJson : JsonSerializerContext;
