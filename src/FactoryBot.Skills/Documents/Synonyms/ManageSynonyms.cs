using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Terms;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents.Synonyms;

/// <summary>Adds, lists and removes what a plant calls things that its documents call otherwise.</summary>
internal sealed partial class ManageSynonyms(FactoryDatabase database)
{
    private const int Most = 2_000;
    private const int MostRows = 30;
    private const int Longest = 300;

    public async Task<SkillResult> ListAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var all = await SynonymStore.ListAsync(scope, cancellationToken);
        if (all.Count == 0)
            return SkillResult.No(ResultStatus.NoRows, "No synonyms of your own are kept. Add one with: add synonym sponge = pad");
        var text = $"{all.Count} synonym{(all.Count == 1 ? "" : "s")}: {string.Join("; ", all.Take(MostRows).Select(s => s.Line))}{(all.Count > MostRows ? " and more" : "")}.";
        return ListResult.Of(
            "Synonyms", text, JsonSerializer.SerializeToElement(all, SynonymJson.Default.IReadOnlyListSynonym), all.Take(MostRows).Select(s => TextBlock.Of(s.Line)));
    }

    public async Task<SkillResult> AddAsync(Asker asker, string message, CancellationToken cancellationToken)
    {
        if (LineOf(message) is not { } line)
            return HowTo();
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if ((await SynonymStore.ListAsync(scope, cancellationToken)).Count >= Most)
            return SkillResult.No(ResultStatus.Failed, $"At most {Most:N0} synonyms are kept. Remove some first.");
        var added = await SynonymStore.AddAsync(scope, line, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return new() { Status = ResultStatus.Answered, Text = added ? $"Noted: {line}. Questions are read with it from now on." : $"{line} is there already." };
    }

    public async Task<SkillResult> RemoveAsync(Asker asker, string message, CancellationToken cancellationToken)
    {
        if (LineOf(message) is not { } line)
            return HowTo();
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var removed = await SynonymStore.RemoveAsync(scope, line, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return removed ? new() { Status = ResultStatus.Answered, Text = $"{line} is forgotten." }
            : SkillResult.No(ResultStatus.NoRows, $"“{line}” is not among the synonyms. “List the synonyms” shows them.");
    }

    /// <summary>"a | b" out of "add the synonym a = b", "a > b" where one side only stands for the other; null where there are no two sides.</summary>
    internal static string? LineOf(string message)
    {
        var text = Opening().Replace(message, "").Trim(' ', '.', '!', '"');
        var oneWay = text.Contains('>', StringComparison.Ordinal);
        var sides = Between().Split(text).Select(s => s.Trim(' ', '"', '“', '”', '\'')).Where(s => s.Length > 0).ToList();
        var plain = sides.Count >= 2 && text.Length <= Longest && !text.Contains('\n', StringComparison.Ordinal) && sides.TrueForAll(s => Thesaurus.Key(s).Length > 0);
        return !plain || (oneWay && sides.Count != 2) ? null : string.Join(oneWay ? " > " : " | ", sides);
    }

    private static SkillResult HowTo() => SkillResult.No(
        ResultStatus.Clarify, "Write both words: add synonym sponge = pad. With > the first may mean the second, but not the other way round: bill > invoice.");

    [GeneratedRegex(@"^.*?\bsynonyms?\b\s*:?", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\s*(?:=|\||>|\bis the same as\b|\bmeans\b|\bfor\b)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<Synonym>))]
internal sealed partial class SynonymJson : JsonSerializerContext;
