using System.Globalization;

namespace FactoryBot.Skills.Results;

/// <summary>Where a figure comes from. Every answer with a figure carries one.</summary>
/// <param name="Period">The period asked for, as people write it, for example "9–15 Nov 2026".</param>
/// <param name="Scope">Machines, lines or the whole plant.</param>
/// <param name="Filters">Further filters, such as a shift; empty where none.</param>
/// <param name="RowsRead">How many fact rows went into the figure.</param>
/// <param name="Formula">The formula by name, with its standard, for example "OEE = A × P × Q (ISO 22400-2)".</param>
/// <param name="FormulaVersion">Raised when the calculation changes, so that old answers stay explainable.</param>
/// <param name="LoadedAt">When the youngest of those rows was loaded; null where unknown.</param>
/// <param name="QueryId">Found again in the log and in the trace.</param>
public sealed record ProofLine(
    string Period,
    string Scope,
    IReadOnlyList<string> Filters,
    long RowsRead,
    string Formula,
    int FormulaVersion,
    DateTimeOffset? LoadedAt,
    string QueryId)
{
    public override string ToString()
    {
        var filters = Filters.Count == 0 ? "" : " · " + string.Join(" · ", Filters);
        var loaded = LoadedAt is { } at
            ? " · data loaded " + at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : "";
        var rows = RowsRead == 1 ? "1 row" : RowsRead.ToString("N0", CultureInfo.InvariantCulture) + " rows";
        return $"{Period} · {Scope}{filters} · {rows} · {Formula} v{FormulaVersion}{loaded} · query {QueryId}";
    }
}
