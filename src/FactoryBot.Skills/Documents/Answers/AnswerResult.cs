using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>Quotes as words, card, sources and data.</summary>
internal static class AnswerResult
{
    public static SkillResult Of(DocumentAnswer answer) => new()
    {
        Status = ResultStatus.Answered,
        Text = Text(answer),
        Card = Card(answer),
        Data = JsonSerializer.SerializeToElement(
            new AnswerData(answer.Confidence, [.. answer.Quotes.Select(q => new QuoteData(q.Number, q.Piece.Text.Name, q.Piece.Text.Path, q.Piece.Text.Page, q.Text))]),
            AnswerJson.Default.AnswerData),
        Sources = [.. answer.Quotes.Select(q => new Source(q.Number, SourceOf(q), null, Shortened(q.Text)))],
    };

    private static string Text(DocumentAnswer answer) =>
        string.Join("\n\n", answer.Quotes.Select(q => $"{q.Heading} [{q.Number}]\n{q.Text}"))
        + "\n\n" + string.Join('\n', answer.Quotes.Select(q => $"[{q.Number}] {SourceOf(q)}"));

    private static AdaptiveCard Card(DocumentAnswer answer)
    {
        var body = new List<CardElement>();
        foreach (var quote in answer.Quotes)
        {
            var heading = quote.Number == 1 ? TextBlock.Heading(quote.Piece.Text.Path[^1])
                : TextBlock.Of(quote.Piece.Text.Path[^1]) with { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
            body.Add(heading);
            body.AddRange(quote.Text.Split('\n').Where(l => l.Trim().Length > 0).Select(l => TextBlock.Of(l.TrimEnd()) with { Spacing = Spacing.Small }));
            body.Add(TextBlock.Subtle($"[{quote.Number}] {SourceOf(quote)}"));
        }

        return new() { Body = body, FallbackText = Text(answer), Lang = "en" };
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
