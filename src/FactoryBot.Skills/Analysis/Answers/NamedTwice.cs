using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Analysis.Answers;

/// <summary>A figure by two names: one along the axis, time before all others, and a row of marks for each value of the other.</summary>
/// <param name="Adds">The figure adds up over the names, and what has no row is 0.</param>
internal sealed record NamedTwice(IReadOnlyList<ChartSeries> Series, bool Adds, bool Time)
{
    private const int MostSeries = 6;
    private const int MostAlong = 24;

    /// <returns>Null where there are too many values to be told apart, or holes in what does not add up.</returns>
    public static NamedTwice? Of(QueryAnswer answer, IReadOnlyList<(OutColumn Column, int At)> names, (OutColumn Column, int At) figure)
    {
        if (names.Count != 2)
            return null;
        var (along, each) = names[1].Column.IsTime && !names[0].Column.IsTime ? (names[1], names[0]) : (names[0], names[1]);
        var marks = answer.Rows.Select(r => (X: AnswerChart.Label(r[along.At], along.Column), Of: AnswerChart.Label(r[each.At], each.Column), Y: ValueText.Number(r[figure.At]))).ToList();
        var xs = marks.Select(m => m.X).Distinct().ToList();
        var series = marks.Select(m => m.Of).Distinct().ToList();
        var adds = answer.Query is { Compute.Count: 0, Measures: [{ Aggregate: Aggregate.Sum or Aggregate.Count }] } && marks.TrueForAll(m => m.Y is null or >= 0);
        if (series.Count is < 2 or > MostSeries || xs.Count is < 2 or > MostAlong || marks.DistinctBy(m => (m.X, m.Of)).Count() != marks.Count || (!adds && marks.Count < xs.Count * series.Count))
            return null;
        if (along.Column.IsTime)
            xs.Sort(StringComparer.Ordinal);
        var known = marks.ToDictionary(m => (m.X, m.Of), m => m.Y);
        return new([.. series.Select(of => ChartSeries.Of(of, xs.Select(x => (x, known.TryGetValue((x, of), out var y) ? y : 0))))], adds, along.Column.IsTime);
    }

    public CardElement Chart(string title, string axis) => Time && !Adds
        ? new LineChart { Title = title, YAxisTitle = axis, Data = Series }
        : new GroupedBarChart { Title = title, YAxisTitle = axis, Data = Series, Stacked = Adds };
}
