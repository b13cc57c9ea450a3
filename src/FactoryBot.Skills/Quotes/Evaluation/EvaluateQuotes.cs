using System.Text.Json;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Matching;
using FactoryBot.Skills.Quotes.Meaning;
using FactoryBot.Skills.Quotes.Pricing;
using FactoryBot.Skills.Quotes.Requests;

namespace FactoryBot.Skills.Quotes.Evaluation;

/// <summary>Measures reading and matching against a set of requests with known answers, on the same path that chat and REST take.</summary>
internal sealed class EvaluateQuotes(FactoryDatabase database, ImportParts import, FindParts parts, TimeProvider time)
{
    /// <summary>Loads the catalogue for a tenant that nobody has, in a transaction that is never committed.</summary>
    /// <param name="set">One JSON object in each line: id, catalog, kind, text, gold.</param>
    public async Task<EvaluationReport> RunAsync(string set, string catalogue, bool heldOutOnly, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(Guid.NewGuid(), cancellationToken);
        var started = time.GetTimestamp();
        var report = new EvaluationReport();
        await using (var file = File.OpenRead(catalogue))
        {
            var loaded = await import.RunAsync(scope, catalogue, file, replace: false, cancellationToken);
            if (loaded.Problem is { } problem)
                throw new InvalidDataException(problem);
            report.Imported(loaded.Added + loaded.Replaced, time.GetElapsedTime(started));
        }

        var name = Path.GetFileName(catalogue);
        foreach (var line in await File.ReadAllLinesAsync(set, cancellationToken))
        {
            if (line.Trim().Length == 0 || EvaluationCase.Read(line) is not { } test || (test.Catalogue.Length > 0 && test.Catalogue != name))
                continue;
            if (heldOutOnly != EvaluationCase.IsHeldOut(test.Id))
                continue;
            var asked = time.GetTimestamp();
            var answer = await AnswerAsync(scope, test.Text, cancellationToken);
            report.Took(time.GetElapsedTime(asked), answer.Count);
            report.Add(test, answer);
        }

        return report;
    }

    private async Task<IReadOnlyList<EvaluatedLine>> AnswerAsync(TenantScope scope, string text, CancellationToken cancellationToken)
    {
        var read = ReadRequestText.Of(text, DateOnly.FromDateTime(time.GetUtcNow().DateTime));
        var matches = await parts.RunAsync(scope, read.Lines, null, cancellationToken);
        return [.. matches.Select(m =>
        {
            if (m.Part is not { } part || m.Line.Quantity is not { } quantity)
                return new EvaluatedLine(m.Line.Wording, null, m.Line.Quantity, null, null, $"{m.Outcome}: {m.Reason}; {string.Join(" | ", m.Candidates.Select(c => $"{c.Part.Number} {c.Score} {c.Reason}"))}");
            var pieces = Packs.Pieces(quantity, m.Line.Unit, part);
            var packs = Packs.Of(pieces, part);
            return new EvaluatedLine(m.Line.Wording, part.Number, pieces, packs, packs * part.Price, m.Candidates[0].Reason);
        })];
    }
}

internal sealed record EvaluatedLine(string Wording, string? Part, decimal? Quantity, decimal? Packs, decimal? Total, string Why);

/// <summary>A request with the answer that is right.</summary>
internal sealed record EvaluationCase(string Id, string Catalogue, string Kind, string Text, IReadOnlyList<GoldLine> Gold)
{
    public static EvaluationCase? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new(
            root.GetProperty("id").GetString()!,
            root.TryGetProperty("catalog", out var catalogue) ? catalogue.GetString() ?? "" : "",
            root.TryGetProperty("kind", out var kind) ? kind.GetString() ?? "" : "",
            root.GetProperty("text").GetString()!,
            [.. root.GetProperty("gold").EnumerateArray().Select(GoldLine.Read)]);
    }

    /// <summary>Every third one, by its number: a part that nobody tunes to.</summary>
    public static bool IsHeldOut(string id) =>
        int.TryParse(new string([.. id.Where(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture, out var n) && n % 3 == 0;
}

internal sealed record GoldLine(string? Part, decimal Quantity, decimal? Packs, decimal? Total)
{
    public static GoldLine Read(JsonElement json) => new(
        json.TryGetProperty("part_number", out var part) ? part.GetString() : null,
        json.GetProperty("quantity").GetDecimal(),
        json.TryGetProperty("packs", out var packs) ? packs.GetDecimal() : null,
        json.TryGetProperty("line_total_usd", out var total) ? total.GetDecimal() : null);
}
