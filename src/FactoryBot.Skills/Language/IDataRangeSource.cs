namespace FactoryBot.Skills.Language;

/// <summary>From which day to which day data is loaded.</summary>
public sealed record DataRange(DateOnly From, DateOnly To);

/// <summary>Where the planner learns how far a tenant's data reaches; each feature that loads facts by day registers one.</summary>
public interface IDataRangeSource
{
    /// <summary>The first and last day with data; null where nothing is loaded. Cached by the source.</summary>
    ValueTask<DataRange?> RangeAsync(Guid tenantId, CancellationToken cancellationToken);
}
