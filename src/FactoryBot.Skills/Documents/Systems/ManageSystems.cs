using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents.Systems;

/// <summary>Lists, writes and removes the plant's ERP systems.</summary>
internal sealed class ManageSystems(FactoryDatabase database)
{
    private const int LongestName = 100;
    private const int Most = 100;

    public async Task<SkillResult> ListAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var all = await SystemStore.ListAsync(scope, cancellationToken);
        if (all.Count == 0)
            return SkillResult.No(ResultStatus.NoRows, "No ERP system is set up. All documents are searched for every question.");
        var text = $"{all.Count} ERP system{(all.Count == 1 ? "" : "s")}: {string.Join("; ", all.Select(s => $"{Titled(s)} ({(s.Sets.Length == 0 ? "no documents" : string.Join(", ", s.Sets))})"))}.";
        var table = Table.Of(
            ["System", "Modules", "Document sets"],
            all.Select(s => (IReadOnlyList<CardText>)[Titled(s), string.Join(", ", s.Modules), string.Join(", ", s.Sets)]));
        return ListResult.Of("ERP systems", text, JsonSerializer.SerializeToElement(all, SystemJson.Default.IReadOnlyListErpSystem), [table]);
    }

    public async Task<SkillResult> PutAsync(Asker asker, ErpSystem system, CancellationToken cancellationToken)
    {
        string[] names = [system.Name, .. system.Sets, .. system.Modules];
        if (names.Any(n => n.Trim().Length is 0 or > LongestName) || system.Version.Length > LongestName || names.Length > Most)
            return SkillResult.No(ResultStatus.NotUnderstood, $"Names of a system, its modules and its sets have 1 to {LongestName} characters, and there are at most {Most} of them.");
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        await SystemStore.PutAsync(scope, system, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return new() { Status = ResultStatus.Answered, Text = $"{Titled(system)} is kept with {(system.Sets.Length == 0 ? "no documents" : string.Join(", ", system.Sets))}." };
    }

    public async Task<SkillResult> RemoveAsync(Asker asker, string name, string version, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var removed = await SystemStore.RemoveAsync(scope, name, version, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return removed ? new() { Status = ResultStatus.Answered, Text = $"{name} is removed; its documents stay." } : SkillResult.No(ResultStatus.NoRows, "There is no such ERP system.");
    }

    private static string Titled(ErpSystem system) => system.Version.Length == 0 ? system.Name : $"{system.Name} {system.Version}";
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<ErpSystem>))]
internal sealed partial class SystemJson : JsonSerializerContext;
