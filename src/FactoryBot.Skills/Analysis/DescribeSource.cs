using System.Globalization;
using System.Text.Json;
using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Relevance;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis;

/// <summary>What can be asked: sources, their things, columns, figures and conditions by name.</summary>
internal sealed class DescribeSource(SourceModels sources, QueryStore store, FindRelevant find)
{
    private const int MostEntities = 25;
    private const int MostColumns = 12;

    // For a model, which reads data and not cards.
    private const int PartLength = 9_000;

    public async Task<SkillResult> AnswerAsync(Asker asker, string? name, string? about, CancellationToken cancellationToken)
    {
        var open = await sources.ForAsync(asker, cancellationToken);
        if (open.Count == 0)
            return AnalysisFailures.NoSource();
        var shown = name is null ? open : [.. open.Where(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];
        if (shown.Count == 0)
            return AnalysisFailures.NoSuchSource(name!, open);
        var text = string.Join(" ", shown.Select(Sentence));
        var body = new List<CardElement> { TextBlock.Heading("What can be asked") };
        foreach (var source in shown)
        {
            body.Add(TextBlock.Of($"{source.Title} ({source.Name})") with { Weight = TextWeight.Bolder, Separator = true });
            body.Add(Table.Of(
                [TableColumn.Left(2), TableColumn.Left(5)], ["Thing", "What is known of it"],
                source.Model.Entities.Where(e => !e.Bridge).OrderByDescending(e => e.Rows).Take(MostEntities).Select(e => (IReadOnlyList<CardText>)[SchemaNames.Plural(e.Noun), Columns(e)])));
            if (source.Model.Measures.Count > 0)
                body.Add(TextBlock.Of("Figures: " + string.Join("; ", source.Model.Measures.Take(12).Select(m => $"{m.Phrases[0]} = {Query.Describe.Formula(m, source.Model)}"))));
        }

        return new()
        {
            Status = ResultStatus.Answered, Text = text, Card = new() { Body = body, FallbackText = text, Lang = "en" },
            Data = await PartAsync(asker, shown, about, cancellationToken),
            Proof = new("now", string.Join(", ", shown.Select(s => s.Title)), [], shown.Sum(s => s.Model.Entities.Count), "tables as they are", 1, null, "model " + shown[0].Model.Version),
        };
    }

    private async Task<JsonElement> PartAsync(Asker asker, IReadOnlyList<OpenSource> shown, string? about, CancellationToken cancellationToken)
    {
        var ranked = string.IsNullOrWhiteSpace(about)
            ? [.. shown.SelectMany(s => ElementIndex.Of(s.Model).Elements.Where(e => e.Kind == ElementKind.Entity).Select(e => new RankedElement(s.Name, e, s.Model[e.Entity].Bridge ? 0 : s.Model[e.Entity].Rows)))]
            : await find.OfAsync(asker.TenantId, about, shown, (await store.RulesAsync(asker.TenantId, cancellationToken)).Verified, cancellationToken);
        var part = RelevantPart.Of(about ?? "", ranked, shown, asker.May(Permissions.AnalysisQuery), MostEntities, PartLength);
        return JsonSerializer.SerializeToElement(part.Split('\n'));
    }

    private static string Sentence(OpenSource source)
    {
        var things = source.Model.Entities.Where(e => !e.Bridge).Select(e => SchemaNames.Plural(e.Noun)).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(source.Title[0])}{source.Title[1..]} knows {things.Count} things: {string.Join(", ", things.Take(15))}{(things.Count > 15 ? ", …" : "")}.");
    }

    private static string Columns(Entity entity)
    {
        var columns = entity.Columns.Where(c => c.Kind != DataKind.Other && c.Role != ColumnRole.Key).Select(c => c.Phrase).ToList();
        return string.Join(", ", columns.Take(MostColumns)) + (columns.Count > MostColumns ? ", …" : "");
    }
}
