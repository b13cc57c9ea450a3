using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics;

/// <summary>A question whose names and period were found in the tenant's plant, so that only the facts are still to be read.</summary>
/// <param name="PeriodIsDefault">No period was asked for; the answer says which one was taken.</param>
internal sealed record PlantAsked(
    Asker Asker, PlantData Plant, PlantScope Scope, Period Period, bool PeriodIsDefault, PlantQuestion Question, string QueryId)
{
    /// <summary>How OEE is counted here.</summary>
    public OeeConvention Convention { get; init; } = OeeConvention.Iso;

    /// <summary>"last week (9–15 Nov 2026)", to stand behind a verb.</summary>
    public string When => PeriodIsDefault ? $"in the last {Days} with data ({Period.Dates})" : PeriodText.Phrase(Period, Asker.Today);

    /// <summary>The period alone, where a card says by itself what it is of.</summary>
    public string CardDates => PeriodIsDefault ? $"Last {Days} with data ({Period.Dates})" : Period.Dates;

    /// <summary>The period and what narrows the question, as the second line of a card.</summary>
    public string CardPeriod => string.Join(" · ", Filters.Prepend(CardDates));

    private IEnumerable<string> Filters
    {
        get
        {
            if (Scope is { OrderName: { } order, IsWholePlant: false })
                yield return order;
            if (Scope.Shift is { } shift)
                yield return PlantScope.ShiftName(shift);
            if (Scope.Product is { } product)
                yield return product.Name;
            if (Scope.Cause is { } cause)
                yield return "stop reason " + cause.Name;
            if (Scope.Defect is { } defect)
                yield return "defect type " + defect.Name;
        }
    }

    private string Days => Period.Days == 1 ? "day" : FormattableString.Invariant($"{Period.Days} days");

    /// <param name="version">The data version that the rows were read from.</param>
    public ProofLine Proof(IEnumerable<string> conventions, long rows, string formula, int formulaVersion, long version) => new(
        Period.Dates,
        Scope.Name,
        [.. Filters, .. conventions],
        rows,
        formula,
        formulaVersion,
        version == Plant.Version && Plant.LoadedAt is { } at ? TimeZoneInfo.ConvertTime(at, Asker.TimeZone) : null,
        QueryId);
}

/// <param name="Version">The data version that it was read from.</param>
internal sealed record PlantAnswer(SkillResult Result, long Version);
