using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents.Catalog;

/// <summary>Lists the documents that the asker is answered from, and the files that could not be read.</summary>
internal sealed class ListDocuments(FactoryDatabase database)
{
    private const int MostRows = 15;

    public async Task<SkillResult> AnswerAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var all = await CatalogStore.ListAsync(scope, (int)asker.Role, cancellationToken);
        return all.Count == 0 ? DocumentsFailures.NoDocuments() : Result(all, asker.TimeZone);
    }

    private static SkillResult Result(IReadOnlyList<ListedDocument> all, TimeZoneInfo zone)
    {
        var good = all.Where(d => d.Problem is null).ToList();
        var bad = all.Where(d => d.Problem is not null).ToList();
        var sets = good.GroupBy(d => d.Set, StringComparer.Ordinal).Select(g => $"{g.Key} {Count(g.Count())}");
        var pieces = good.Sum(d => d.Pieces);
        var text = $"{Count(good.Count)} document{(good.Count == 1 ? "" : "s")} with {Count(pieces)} piece{(pieces == 1 ? "" : "s")}: {string.Join(", ", sets)}."
            + (bad.Count == 0 ? "" : $" {Count(bad.Count)} file{(bad.Count == 1 ? "" : "s")} could not be read: {string.Join("; ", bad.Take(3).Select(b => $"{b.Name} ({b.Problem})"))}");
        var body = new List<CardElement>
        {
            TextBlock.Of(text),
            Table.Of(
                ["Title", "Set", "Pieces", "Changed"],
                good.Take(MostRows).Select(d => (IReadOnlyList<CardText>)
                [
                    d.Title, d.Set, Count(d.Pieces), TimeZoneInfo.ConvertTime(d.ChangedAt, zone).ToString("d MMM yyyy", CultureInfo.InvariantCulture),
                ])),
        };
        if (good.Count > MostRows)
            body.Add(TextBlock.Subtle($"and {Count(good.Count - MostRows)} more"));
        return ListResult.Of("Documents", text, JsonSerializer.SerializeToElement(all, CatalogJson.Default.IReadOnlyListListedDocument), body);
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<ListedDocument>))]
internal sealed partial class CatalogJson : JsonSerializerContext;
