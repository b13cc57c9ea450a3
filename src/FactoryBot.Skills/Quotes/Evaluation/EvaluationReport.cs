using System.Globalization;

namespace FactoryBot.Skills.Quotes.Evaluation;

/// <summary>Counts over a set: lines that are right, and everything that must be zero.</summary>
internal sealed class EvaluationReport
{
    private readonly List<string> failures = [];
    private readonly List<double> milliseconds = [];
    private string import = "";

    public int Requests { get; private set; }

    /// <summary>Lines that have a part in the catalogue.</summary>
    public int Lines { get; private set; }
    public int Right { get; private set; }

    /// <summary>A part on the draft that is not the one that was meant.</summary>
    public int Wrong { get; private set; }

    /// <summary>Lines without a part in the catalogue, and those of them that got none.</summary>
    public int Unmatched { get; private set; }
    public int AskedBack { get; private set; }

    public int Priced { get; private set; }
    public int PricedRight { get; private set; }

    public IReadOnlyList<string> Failures => failures;

    public void Imported(int parts, TimeSpan took) => import = string.Create(
        CultureInfo.InvariantCulture, $"{parts:N0} parts taken in within {took.TotalSeconds:0.0} s ({parts / Math.Max(0.001, took.TotalSeconds):N0} a second)");

    public void Took(TimeSpan time, int lines) => milliseconds.AddRange(Enumerable.Repeat(time.TotalMilliseconds / Math.Max(1, lines), Math.Max(1, lines)));

    /// <summary>How fast it was, for a line of a request: the first one, which reads the catalogue's words, among them.</summary>
    public string Speed()
    {
        var ordered = milliseconds.Order().ToArray();
        return ordered.Length == 0 ? import : string.Create(
            CultureInfo.InvariantCulture, $"{import}; a line takes {ordered[ordered.Length / 2]:0.0} ms in the middle, {ordered[(ordered.Length - 1) * 95 / 100]:0.0} ms at the 95th percentile");
    }

    public void Add(EvaluationCase test, IReadOnlyList<EvaluatedLine> got)
    {
        Requests++;
        var left = got.Where(l => l.Part is not null).ToList();
        foreach (var gold in test.Gold.Where(g => g.Part is not null))
        {
            Lines++;
            var hit = left.Find(l => Same(l.Part, gold.Part) && l.Quantity == gold.Quantity);
            if (hit is null)
            {
                failures.Add($"{test.Id} missed {gold.Part} x {gold.Quantity}: {Shown(got)}");
                continue;
            }

            Right++;
            left.Remove(hit);
            if (gold.Total is not { } total)
                continue;
            Priced++;
            if (hit.Packs == gold.Packs && hit.Total is { } price && Math.Abs(price - total) < 0.01m)
                PricedRight++;
            else
                failures.Add($"{test.Id} {gold.Part}: {hit.Packs} packs for {hit.Total}, expected {gold.Packs} for {total}");
        }

        // The right part with another quantity is a miss, not a substitution.
        var wrong = left.Where(l => !test.Gold.Any(g => Same(l.Part, g.Part))).ToArray();
        Wrong += wrong.Length;
        failures.AddRange(wrong.Select(l => $"{test.Id} WRONG {l.Part} for “{l.Wording}” ({l.Why})"));
        var none = test.Gold.Count(g => g.Part is null);
        Unmatched += none;
        AskedBack += wrong.Length == 0 ? none : 0;
    }

    public string Summary(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: {Requests} requests, {Right} of {Lines} lines right ({(Lines == 0 ? 0 : 100.0 * Right / Lines):0.0} %), {Wrong} wrong substitutions, {AskedBack} of {Unmatched} lines without a part asked back, {PricedRight} of {Priced} totals right");

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Shown(IReadOnlyList<EvaluatedLine> lines) => string.Join(" // ", lines.Select(l => $"[{l.Wording}] {l.Part} x {l.Quantity} {(l.Part is null ? l.Why : "")}"));
}
