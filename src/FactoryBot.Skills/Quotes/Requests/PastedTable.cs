using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Catalogue;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>A table that was copied out of a spreadsheet or a list: columns with tabs, bars or semicolons between them.</summary>
internal sealed partial record PastedTable(IReadOnlyList<string> Before, IReadOnlyList<(string Wording, decimal? Quantity, string Unit)> Rows, IReadOnlyList<string> After)
{
    private static readonly char[] Signs = ['\t', '|', ';', ','];

    public static PastedTable? Of(IReadOnlyList<string> lines)
    {
        foreach (var sign in Signs)
        {
            var first = Enumerable.Range(0, lines.Count).Cast<int?>().FirstOrDefault(i => IsHead(Cells(lines[i!.Value], sign)));
            if (first is { } head && Read(lines, head, sign) is { } table)
                return table;
        }

        return WithoutHead(lines);
    }

    private static PastedTable? Read(IReadOnlyList<string> lines, int head, char sign)
    {
        var titles = Cells(lines[head], sign);
        var quantity = Array.FindIndex(titles, t => QuantityTitle().IsMatch(t));
        var unit = Array.FindIndex(titles, t => UnitTitle().IsMatch(t));
        var words = Enumerable.Range(0, titles.Length).Where(i => i != quantity && i != unit && !IgnoredTitle().IsMatch(titles[i])).ToArray();
        var rows = new List<(string, decimal?, string)>();
        var end = head + 1;
        for (; end < lines.Count; end++)
        {
            if (lines[end].Trim().Length == 0)
                continue;
            var cells = Cells(lines[end], sign);
            if (cells.Length < 2)
                break;
            if (cells.All(c => c.All(ch => ch is '-' or ':' or '=' or ' ')))
                continue;
            var amount = quantity < cells.Length && Number().Match(cells[quantity]) is { Success: true } match && Amounts.TryRead(match.Value, out var value) && value > 0 ? value : (decimal?)null;
            var wording = string.Join(' ', words.Where(i => i < cells.Length && cells[i].Length > 0).Select(i => cells[i]));
            var word = unit >= 0 && unit < cells.Length ? cells[unit] : quantity < cells.Length ? Letters().Match(cells[quantity]).Value : "";
            if (wording.Length > 0)
                rows.Add((wording, amount, Quantities.UnitOf(word)));
        }

        return rows.Count == 0 ? null : new([.. lines.Take(head)], rows, [.. lines.Skip(end)]);
    }

    /// <summary>Two columns or more in every line and one of them all whole numbers: a table without its head.</summary>
    private static PastedTable? WithoutHead(IReadOnlyList<string> lines)
    {
        var tabbed = lines.Select((l, i) => (Cells: Cells(l, '\t'), Place: i)).Where(r => r.Cells.Length >= 2).ToArray();
        if (tabbed.Length < 2 || tabbed[^1].Place - tabbed[0].Place + 1 != tabbed.Length)
            return null;
        var width = tabbed.Min(r => r.Cells.Length);
        // The last such column: the first may be the position.
        var quantity = Enumerable.Range(0, width).Reverse().Cast<int?>().FirstOrDefault(c => tabbed.All(r => Amounts.TryRead(Letters().Replace(r.Cells[c!.Value], ""), out var v) && v > 0 && v == decimal.Truncate(v)));
        if (quantity is not { } at)
            return null;
        var position = at != 0 && tabbed.Select((r, i) => r.Cells[0].TrimEnd('.') == (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)).All(b => b);
        var rows = tabbed.Select(r =>
        {
            Amounts.TryRead(Letters().Replace(r.Cells[at], ""), out var value);
            return (string.Join(' ', r.Cells.Where((_, i) => i != at && !(position && i == 0))), (decimal?)value, Quantities.UnitOf(Letters().Match(r.Cells[at]).Value));
        }).ToArray();
        return new([.. lines.Take(tabbed[0].Place)], rows, [.. lines.Skip(tabbed[^1].Place + 1)]);
    }

    private static string[] Cells(string line, char sign) => [.. line.Trim().Trim('|').Split(sign).Select(c => c.Trim().Trim('"'))];

    private static bool IsHead(string[] cells) =>
        cells.Length >= 2 && cells.Any(c => QuantityTitle().IsMatch(c)) && cells.Any(c => PartTitle().IsMatch(c)) && !cells.Any(c => c.Length > 0 && c.All(char.IsAsciiDigit));

    [GeneratedRegex(@"^(?:qty|quantity|menge|anzahl|amount|pcs|pieces|stk|stueck|order qty|required|count)\b\.?[^\d]*$", RegexOptions.IgnoreCase)]
    private static partial Regex QuantityTitle();

    [GeneratedRegex(@"^(?:unit|uom|einheit|me)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex UnitTitle();

    [GeneratedRegex(@"\b(?:part|item|description|desc|article|material|number|bezeichnung|artikel|product|name|position)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PartTitle();

    [GeneratedRegex(@"^(?:pos|pos\.|position|#|line|line no\.?|item no\.?|item|no|no\.|nr|nr\.|date|needed by|required by|delivery|price|target price|remarks?|comment|notes?|total)$", RegexOptions.IgnoreCase)]
    private static partial Regex IgnoredTitle();

    [GeneratedRegex(@"\d[\d.,']*")]
    private static partial Regex Number();

    [GeneratedRegex(@"[a-zA-Z]+")]
    private static partial Regex Letters();
}
