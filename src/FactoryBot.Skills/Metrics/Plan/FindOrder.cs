using System.Globalization;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Plan;

/// <summary>Finds the work order that a question names, and the days on which it was made.</summary>
internal sealed class FindOrder(OrderStore store)
{
    private const int Nearest = 3;

    /// <returns>The question with the order's own number and, where no time is asked for, all days of it; or the answer that says why not.</returns>
    public async Task<(PlantQuestion Question, SkillResult? No)> AsNamedAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken)
    {
        if (question.WorkOrder is not { Length: > 0 } typed)
            return (question, null);
        var found = await store.FindAsync(asker.TenantId, typed, cancellationToken);
        if (found is not [var order])
            return (question, found.Count > 1 ? OrderFailures.Several(typed, found.Select(o => o.Number)) : await UnknownAsync(asker, typed, cancellationToken));
        question = question with { WorkOrder = order.Number, Order = order };
        if (question.Period is { Length: > 0 })
            return (question, null);
        if (order.LastDay is not { } last)
            return (question, OrderFailures.NotBegun(order));
        var first = order.FirstDay < order.StartsOn ? order.FirstDay!.Value : order.StartsOn;
        return (question with { Period = string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}/{(last < first ? first : last):yyyy-MM-dd}") }, null);
    }

    private async Task<SkillResult> UnknownAsync(Asker asker, string typed, CancellationToken cancellationToken)
    {
        var latest = await store.LatestAsync(asker.TenantId, cancellationToken);
        return OrderFailures.Unknown(typed, [.. NearestNames.To(typed, latest).Take(Nearest)]);
    }
}

/// <param name="FirstDay">The first day with production of it; null: none yet.</param>
internal sealed record FoundOrder(int Id, string Number, int LineId, DateOnly StartsOn, DateOnly DueOn, int Quantity, DateOnly? FirstDay, DateOnly? LastDay);
