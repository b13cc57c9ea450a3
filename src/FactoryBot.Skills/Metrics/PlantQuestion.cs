using FactoryBot.Skills.Metrics.Plan;

namespace FactoryBot.Skills.Metrics;

/// <summary>A question for figures of the plant as it was asked: names and period still unread, every part optional.</summary>
internal sealed record PlantQuestion
{
    /// <summary>The figure that is asked for, as a button's sentence names it.</summary>
    public string Figure { get; init; } = "OEE";

    public string? Machine { get; init; }
    public string? Line { get; init; }
    public string? Site { get; init; }
    public string? Shift { get; init; }
    public string? Product { get; init; }

    /// <summary>The number of one work order, or its end; null: all. Production against plan, OEE and scrap are told of one.</summary>
    public string? WorkOrder { get; init; }

    /// <summary>The work order that the number was found to be.</summary>
    public FoundOrder? Order { get; init; }

    /// <summary>ISO 8601 interval, both days included, or words for one; null: the last days with data.</summary>
    public string? Period { get; init; }

    /// <summary>A second time to set beside the period, in the same form; null: none.</summary>
    public string? OtherPeriod { get; init; }

    /// <summary>What differs in the second thing of a comparison; null: no comparison.</summary>
    public PlantQuestion? Other { get; init; }

    /// <summary>"standard" or "strict"; null: the form that the tenant has chosen.</summary>
    public string? Form { get; init; }

    /// <summary>How to split the answer; null: in the usual way. Only production and scrap are split.</summary>
    public string? By { get; init; }

    /// <summary>"unplanned", "planned" or "micro": which stops a downtime answer leads with; null: the unplanned ones.</summary>
    public string? Kind { get; init; }

    /// <summary>Only downtime for this stop reason, or this kind of stop reasons; null: all.</summary>
    public string? Reason { get; init; }

    /// <summary>Only scrap and quality issues of this defect type; null: all.</summary>
    public string? Defect { get; init; }

    /// <summary>"average" pieces of each part of the split, or the downtime "per stop": what the answer leads with; null: totals.</summary>
    public string? Mean { get; init; }

    /// <summary>Only stops on one side of a bound, or so many of the longest or the latest, as <see cref="Language.LimitReader"/> and
    /// <see cref="Language.LongestReader"/> read it; null: all.</summary>
    public string? Limit { get; init; }

    /// <summary>Only quality issues of this severity; null: all.</summary>
    public string? Severity { get; init; }

    /// <summary>The question as a whole sentence that the planner reads back, for buttons.</summary>
    public string Sentence()
    {
        var form = Form is null ? "" : Form + " ";
        var order = WorkOrder is null ? null : $"work order {WorkOrder}";
        var place = (Machine, Line, Site) switch
        {
            (null, null, null) when order is not null => order,
            ({ } machine, _, _) => machine,
            (_, { } line, { } site) => $"{line} at {site}",
            (_, { } line, _) => line,
            (_, _, { } site) => site,
            _ => "the whole plant",
        };
        var shift = Shift is null ? "" : $" on the {PlantScope.ShiftName(Shift)}";
        var product = Product is null ? "" : $" for {Product}";
        var period = Period is null ? "" : " " + PeriodText.Exact(Period);
        var ofOrder = order is null || place == order ? "" : $" for {order}";
        var cause = (Reason ?? Defect) is { } why ? $" because of {why}" : "";
        return $"What {(Figure.EndsWith('s') ? "were" : "was")} the {form}{Figure} of {place}{shift}{product}{ofOrder}{cause}{period}?";
    }
}
