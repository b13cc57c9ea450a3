using System.Globalization;

namespace FactoryBot.Skills.Analysis.Evaluation;

/// <summary>Two results are the same when all wanted columns are among those found, with the same rows: names and further columns are free,
/// numbers may differ in the fifth digit, the order counts where it was asked for.</summary>
internal static class ResultComparison
{
    private const int MostTries = 5_000;

    public static bool Same(IReadOnlyList<object?[]> wanted, IReadOnlyList<object?[]> found, bool ordered)
    {
        if (wanted.Count != found.Count)
            return false;
        if (wanted.Count == 0)
            return true;
        var columns = wanted[0].Length;
        var candidates = Enumerable.Range(0, columns)
            .Select(w => Enumerable.Range(0, found[0].Length).Where(f => SameColumn(wanted, w, found, f)).ToArray()).ToArray();
        var tries = 0;
        return candidates.All(c => c.Length > 0) && Assign(new int[columns], 0);

        bool Assign(int[] mapping, int at)
        {
            if (tries++ > MostTries)
                return false;
            if (at == columns)
                return SameRows(wanted, found, mapping, ordered);
            foreach (var candidate in candidates[at].Where(c => !mapping.AsSpan(0, at).Contains(c)))
            {
                mapping[at] = candidate;
                if (Assign(mapping, at + 1))
                    return true;
            }

            return false;
        }
    }

    private static bool SameColumn(IReadOnlyList<object?[]> wanted, int w, IReadOnlyList<object?[]> found, int f)
    {
        var left = found.Select(r => r[f]).ToList();
        // Numbers that lie closer together than they are told apart find each other in order.
        var (mine, theirs) = (wanted.Select(r => r[w] is { } value ? Number(value) : null).ToList(), left.Select(v => v is null ? null : Number(v)).ToList());
        if (mine.TrueForAll(n => n is not null) && theirs.TrueForAll(n => n is not null))
            return mine.Order().Zip(theirs.Order()).All(p => Equal(p.First, p.Second));
        foreach (var row in wanted)
        {
            var match = left.FindIndex(v => Equal(row[w], v));
            if (match < 0)
                return false;
            left.RemoveAt(match);
        }

        return true;
    }

    private static bool SameRows(IReadOnlyList<object?[]> wanted, IReadOnlyList<object?[]> found, int[] mapping, bool ordered)
    {
        if (ordered)
            return wanted.Zip(found).All(p => Row(p.First, p.Second, mapping));
        var left = found.ToList();
        foreach (var row in wanted)
        {
            var match = left.FindIndex(r => Row(row, r, mapping));
            if (match < 0)
                return false;
            left.RemoveAt(match);
        }

        return true;
    }

    private static bool Row(object?[] wanted, object?[] found, int[] mapping)
    {
        for (var i = 0; i < wanted.Length; i++)
        {
            if (!Equal(wanted[i], found[mapping[i]]))
                return false;
        }

        return true;
    }

    private static bool Equal(object? a, object? b)
    {
        if (a is null || b is null)
            return a is null && b is null;
        if (Number(a) is { } x && Number(b) is { } y)
            return Math.Abs(x - y) <= Math.Max(0.0101, Math.Abs(x) * 1e-4);
        return string.Equals(Text(a), Text(b), StringComparison.OrdinalIgnoreCase);
    }

    private static double? Number(object value) => value switch
    {
        bool => null,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        IConvertible and not DateTime => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Text(object value) => value switch
    {
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!.Trim(),
    };
}
