using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;

namespace FactoryBot.Planning.Checks;

/// <summary>Takes the figures out of functions' results, with their labels and owners.</summary>
internal sealed partial class FactReader(KnownNames names, KnownDates dates)
{
    private const int Most = 20_000;

    public List<Fact> Facts { get; } = [];
    public HashSet<string> Times { get; } = new(StringComparer.Ordinal);

    public void Add(CheckedResult one)
    {
        var owners = names.In(one.Call.Arguments.ToString());
        Json(one.Call.Arguments, "", owners, asFigures: false);
        AddText(one.Result.Text, owners);
        foreach (var text in one.Result.Warnings.Concat(one.Result.Sources.Select(s => $"{s.Title}\n{s.Excerpt}")))
            AddText(text, owners);
        if (one.Result.Proof is { } proof)
            AddText(proof.ToString(), owners);
        if (one.Result.Data is { } data)
            Json(data, "", owners, asFigures: true);
    }

    private void AddText(string raw, HashSet<string> inherited)
    {
        if (TextMask.Readable(raw) is not { } text)
            return;
        foreach (var clause in Clauses.Of(text, names))
        {
            var owners = clause.Names.Count > 0 ? clause.Names : inherited;
            Learn(clause.Text);
            var blank = DateReader.Blank(names.Blank(clause.Text), dates, Times);
            foreach (var figure in (FigureReader.Read(blank) ?? []).Concat(NumberWords.Read(blank)))
                Take(new(figure.Kind, figure.Value, figure.Direction, false, "", owners) { Around = (blank[..figure.Start], blank[figure.End..]) });
        }
    }

    private void Learn(string text)
    {
        names.AddFrom(text);
        dates.AddFrom(text);
        Times.UnionWith(DateReader.Times(text));
    }

    private void Json(JsonElement json, string path, HashSet<string> owners, bool asFigures, DateOnly? day = null)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var named = json.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String)
                    .SelectMany(p => names.In(p.Value.GetString()!)).ToHashSet(StringComparer.OrdinalIgnoreCase);
                day = DayOf(json) ?? day;
                foreach (var property in json.EnumerateObject())
                {
                    var self = names.In(property.Name);
                    Json(property.Value, $"{path} {Split(property.Name)}".Trim(), self.Count > 0 ? self : named.Count > 0 ? named : owners, asFigures, day);
                }
                break;
            case JsonValueKind.Array:
                if (asFigures)
                    Take(new(FigureKind.Plain, json.GetArrayLength(), Direction.None, false, "count of " + Last(path), owners));
                foreach (var item in json.EnumerateArray())
                {
                    var row = RowNames.OfRow(item).SelectMany(names.In).ToHashSet(StringComparer.OrdinalIgnoreCase);
                    Json(item, path, row.Count > 0 ? row : owners, asFigures, day);
                }
                break;
            case JsonValueKind.Number when asFigures && json.TryGetDecimal(out var value) && Math.Abs(value) < Figure.Largest:
                Take(Number(path, value, owners) with { Day = day });
                break;
            case JsonValueKind.String:
                String(json.GetString()!, path, owners, asFigures);
                break;
        }
    }

    private void String(string text, string path, HashSet<string> owners, bool asFigures)
    {
        if (asFigures && Span(text) is { } span)
            Take(new(FigureKind.Duration, (decimal)span.TotalSeconds, Direction.None, false, path, owners));
        if (asFigures)
            AddText(text, owners);
        else
            Learn(text);
    }

    private static Fact Number(string path, decimal value, HashSet<string> owners)
    {
        var change = Change().IsMatch(path);
        var direction = value < 0 ? Direction.Down : change && value > 0 ? Direction.Up : Direction.None;
        var size = Math.Abs(value);
        var last = Last(path);
        return last switch
        {
            "percent" or "pct" or "points" => new(FigureKind.Percent, size, direction, false, path, owners),
            "days" => new(FigureKind.Duration, size * 86_400, direction, false, path, owners),
            "hours" => new(FigureKind.Duration, size * 3_600, direction, false, path, owners),
            "minutes" => new(FigureKind.Duration, size * 60, direction, false, path, owners),
            "seconds" => new(FigureKind.Duration, size, direction, false, path, owners),
            "milliseconds" => new(FigureKind.Duration, size / 1_000, direction, false, path, owners),
            _ => new(FigureKind.Plain, size, direction, true, path, owners),
        };
    }

    private void Take(Fact fact)
    {
        if (Facts.Count < Most)
            Facts.Add(fact);
    }

    private static DateOnly? DayOf(JsonElement json) =>
        (json.TryGetProperty("day", out var day) || json.TryGetProperty("date", out day)) && day.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(day.GetString(), "yyyy-MM-dd", out var date)
            ? date
            : null;

    private static string Last(string path) => path[(path.LastIndexOf(' ') + 1)..];

    private static string Split(string name) => Humps().Replace(name, " ").Replace('_', ' ').ToLowerInvariant();

    private static TimeSpan? Span(string text)
    {
        if (IsoSpan().IsMatch(text))
            return XmlConvert.ToTimeSpan(text);
        return ClockSpan().IsMatch(text) && TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var span) ? span : null;
    }

    [GeneratedRegex(@"(?<=[a-z\d])(?=[A-Z])")]
    private static partial Regex Humps();

    [GeneratedRegex(@"\b(?:change|delta|difference|diff|versus|trend)\b")]
    private static partial Regex Change();

    [GeneratedRegex(@"^PT(?:\d{1,6}H)?(?:\d{1,6}M)?(?:\d{1,6}(?:\.\d{1,6})?S)?$(?<!T)")]
    private static partial Regex IsoSpan();

    [GeneratedRegex(@"^(?:\d{1,4}\.)?\d{1,2}:\d{2}:\d{2}(?:\.\d{1,7})?$")]
    private static partial Regex ClockSpan();
}
