using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics.Conventions;

/// <summary>Shows and changes how the tenant counts OEE. What was answered before stays as it was; each answer names its convention.</summary>
internal sealed class SetConvention(PlantCache plants, FactoryDatabase database, AuditLog audit, IOptions<MetricsOptions> options)
{
    private static readonly string[] Kinds = ["breaks", "set-up", "maintenance"];

    public async Task<SkillResult> ShowAsync(Asker asker, CancellationToken cancellationToken) =>
        Say("OEE is counted in the ", await CurrentAsync(asker, cancellationToken));

    /// <param name="form">"standard" or "strict"; null: as it is.</param>
    /// <param name="stops">The kind of stops to count otherwise: breaks, set-up or maintenance; null: none.</param>
    /// <param name="counting">"loss", "not planned" or "as booked".</param>
    public async Task<SkillResult> ChangeAsync(Asker asker, string? form, string? stops, string? counting, CancellationToken cancellationToken)
    {
        var current = await CurrentAsync(asker, cancellationToken);
        var changed = current;
        if (form is not null)
        {
            if (!Enum.TryParse<OeeForm>(form, true, out var known))
                return ConventionFailures.UnknownForm(form);
            changed = changed with { Form = known };
        }

        if ((stops is null) != (counting is null))
            return stops is null ? ConventionFailures.WhichStops(counting!) : ConventionFailures.CountedHow(stops);
        if (stops is not null)
        {
            if (Counting(counting!) is not { } how)
                return ConventionFailures.UnknownCounting(counting!);
            if (Array.Find(Kinds, kind => kind.Equals(stops.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } which)
                return ConventionFailures.UnknownStops(stops);
            changed = which switch
            {
                "breaks" => changed with { Breaks = how },
                "set-up" => changed with { SetUp = how },
                _ => changed with { Maintenance = how },
            };
        }

        if (changed == current)
            return Say(form is null && stops is null ? "Nothing was named to change. OEE is counted in the " : "Nothing changes: OEE is counted already in the ", current);
        await using (var scope = await database.OpenAsync(asker.TenantId, cancellationToken))
        {
            await ConventionStore.SaveAsync(scope, changed, cancellationToken);
            await audit.AppendAsync(
                scope, AuditActor.Of(asker), "metrics.convention_changed", "OEE", JsonSerializer.Serialize(new(current.Words, changed.Words), ConventionJson.Default.ConventionChange), cancellationToken);
            await scope.CommitAsync(cancellationToken);
        }

        plants.Forget(asker.TenantId);
        return Say("From now on OEE is counted in the ", changed);
    }

    private async Task<OeeConvention> CurrentAsync(Asker asker, CancellationToken cancellationToken) =>
        (await plants.GetAsync(asker.TenantId, cancellationToken)).Convention ?? new(options.Value.OeeForm);

    private static SkillResult Say(string lead, OeeConvention convention) => new()
    {
        Status = ResultStatus.Answered,
        Text = $"{lead}{convention.Words}.",
        Choices = [new("OEE", new PlantQuestion().Sentence()), new("TEEP", new PlantQuestion { Figure = "TEEP" }.Sentence())],
    };

    private static StopCounting? Counting(string words) => words.Trim().ToLowerInvariant() switch
    {
        "loss" => StopCounting.Loss,
        "not planned" => StopCounting.NotPlanned,
        "as booked" => StopCounting.AsBooked,
        _ => null,
    };
}

/// <summary>What the audit log keeps of a change.</summary>
internal sealed record ConventionChange(string Before, string After);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ConventionChange))]
internal sealed partial class ConventionJson : JsonSerializerContext;
