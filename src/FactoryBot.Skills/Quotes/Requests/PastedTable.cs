using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Catalogue;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>A table that was copied out of a spreadsheet or a list: columns with tabs, bars or semicolons between them.</summary>
internal sealed partial record PastedTable(IReadOnlyList<string> Before, IReadOnlyList<TableLine> Rows, IReadOnlyList<string> After)
{
    private const int ShortestNumber = 5;

    // Columns that are only set apart by spaces.
    private const char Spaces = ' ';
    private static readonly char[] Signs = ['\t', '|', ';', ',', Spaces];

    public static PastedTable? Of(IReadOnlyList<string> lines)
    {
        foreach (var sign in Signs)
        {
            var first = Enumerable.Range(0, lines.Count).Cast<int?>().FirstOrDefault(i => IsHead(Cells(lines[i!.Value], sign)));
            if (first is { } head && Read(lines, head, sign) is { } table)
                return table;
        }

        return WithoutHead(lines, '\t') ?? WithoutHead(lines, '|') ?? WithoutHead(lines, ';');
    }

    private static PastedTable? Read(IReadOnlyList<string> lines, int head, char sign)
    {
        var titles = Cells(lines[head], sign);
        var quantity = QuantityColumn(titles);
        var unit = Array.FindIndex(titles, t => UnitTitle().IsMatch(t));
        var date = Array.FindIndex(titles, t => DateTitle().IsMatch(t));
        var remark = Array.FindIndex(titles, t => RemarkTitle().IsMatch(t));
        var words = Enumerable.Range(0, titles.Length)
            .Where(i => i != quantity && i != unit && i != date && i != remark && !IgnoredTitle().IsMatch(titles[i]) && !YearlyTitle().IsMatch(titles[i]) && !IsQuantity(titles[i])).ToArray();
        // Where "item" is no number of the row, it is the thing itself.
        if (words.Length == 0)
            words = [.. Enumerable.Range(0, titles.Length).Where(i => i != quantity && ThingTitle().IsMatch(titles[i]))];
        words = [.. words.Where(i => !OwnReference().IsMatch(titles[i]) || !lines.Skip(head + 1).Select(l => Cells(l, sign)).Where(c => c.Length > i).All(c => c[i].Length < ShortestNumber))];
        var rows = new List<TableLine>();
        var end = head + 1;
        for (; end < lines.Count; end++)
        {
            if (lines[end].Trim().Length == 0)
                continue;
            var cells = Cells(lines[end], sign);
            if (cells.Length < 2)
                break;
            // Where spaces alone set columns apart, an empty cell moves those behind it.
            if (sign == Spaces && cells.Length != titles.Length)
                return null;
            if (cells.All(c => c.All(ch => ch is '-' or ':' or '=' or ' ')))
                continue;
            var (amount, counted) = Amount(At(cells, quantity));
            var wording = string.Join(' ', words.Where(i => i < cells.Length && cells[i].Length > 0).Select(i => Said(titles[i], cells[i])));
            var word = unit >= 0 && unit < cells.Length ? cells[unit] : counted;
            if (wording.Length > 0)
                rows.Add(new(wording, amount, Quantities.UnitOf(word), At(cells, remark), At(cells, date)));
        }

        return rows.Count == 0 ? null : new([.. lines.Take(head)], rows, [.. lines.Skip(end)]);
    }

    /// <summary>Two columns or more in every line and one of them all whole numbers: a table without its head.</summary>
    private static PastedTable? WithoutHead(IReadOnlyList<string> lines, char sign)
    {
        var tabbed = lines.Select((l, i) => (Cells: Cells(l, sign), Place: i)).Where(r => r.Cells.Length >= 2).ToArray();
        if (tabbed.Length < 2 || tabbed[^1].Place - tabbed[0].Place + 1 != tabbed.Length)
            return null;
        var width = tabbed.Min(r => r.Cells.Length);
        // The last such column: the first may be the position.
        var whole = Enumerable.Range(0, width).Reverse().Where(c => tabbed.All(r => Amounts.TryRead(Letters().Replace(r.Cells[c], ""), out var v) && v > 0 && v == decimal.Truncate(v))).ToArray();
        // Beside another one, a column of long numbers alone is that of the parts.
        var quantity = whole.Where(c => whole.Length == 1 || tabbed.Any(r => r.Cells[c].Length < ShortestNumber)).Cast<int?>().FirstOrDefault();
        if (quantity is not { } at)
            return null;
        var position = at != 0 && tabbed.Select((r, i) => r.Cells[0].TrimEnd('.') == (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)).All(b => b);
        var rows = tabbed.Select(r =>
        {
            Amounts.TryRead(Letters().Replace(r.Cells[at], ""), out var value);
            return new TableLine(string.Join(' ', r.Cells.Where((_, i) => i != at && !(position && i == 0))), value, Quantities.UnitOf(Letters().Match(r.Cells[at]).Value), "", "");
        }).ToArray();
        return new([.. lines.Take(tabbed[0].Place)], rows, [.. lines.Skip(tabbed[^1].Place + 1)]);
    }

    /// <summary>What a cell says under its title: 9 under "Size" is size 9, 40 under "Length (mm)" 40 mm.</summary>
    private static string Said(string title, string cell) => SizeTitle().IsMatch(title) ? "size " + cell
        : UnitInTitle().Match(title) is { Success: true } unit && cell.All(c => char.IsAsciiDigit(c) || c is '.' or ',') ? $"{cell} {unit.Groups["u"].Value}"
        : NominalTitle().IsMatch(title) && cell.All(char.IsAsciiDigit) ? $"{title} {cell}"
        : cell;

    /// <summary>"36 rolls", and "2 boxes of 12", which are 24.</summary>
    private static (decimal? Value, string Unit) Amount(string cell)
    {
        var rest = Remarks.TakePackSize(cell, out var inOne);
        return Number().Match(rest) is { Success: true } number && Quantities.Count(number.Value) is { } value
            ? (value * (inOne ?? 1), inOne is null ? Letters().Match(rest).Value : Quantities.Pieces)
            : (null, "");
    }

    private static string At(string[] cells, int column) => column >= 0 && column < cells.Length ? cells[column] : "";

    /// <summary>Of several quantities the one that is ordered; what is used in a year is none.</summary>
    private static int QuantityColumn(string[] titles)
    {
        var ordered = Array.FindIndex(titles, t => IsQuantity(t) && OrderedTitle().IsMatch(t));
        return ordered >= 0 ? ordered : Array.FindIndex(titles, IsQuantity);
    }

    private static bool IsQuantity(string title) => QuantityTitle().IsMatch(title) && !YearlyTitle().IsMatch(title) && !DateTitle().IsMatch(title);

    private static string[] Cells(string line, char sign) => 
        [.. (sign == Spaces ? WideGap().Split(line.Trim()) : line.Trim().Trim('|').Split(sign)).Select(c => c.Trim().Trim('"'))];

    private static bool IsHead(string[] cells) =>
        cells.Length >= 2 && cells.Any(IsQuantity) && cells.Any(c => PartTitle().IsMatch(c)) && !cells.Any(c => c.Length > 0 && c.All(char.IsAsciiDigit));

    [GeneratedRegex(@"^(?:(?:order|req(?:uired|'?d)?|needed|our|total|bestell|soll|anfrage)[\s.-]*)?(?:qty|quantity|quantities|menge|anzahl|amount|pcs|pieces|stk|stueck|stueckzahl|required|count|quantite|qte|cantidad|quantita|mnozstvi|antal|ilosc)\b\.?[^\d]*$", RegexOptions.IgnoreCase)]
    private static partial Regex QuantityTitle();

    [GeneratedRegex(@"^(?:size|sizes|sz|groesse|gr|taille|talla|taglia)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex SizeTitle();

    [GeneratedRegex(@"[\[(\s/](?<u>mm|cm|m|in|inch|v|bar|kg|l)[\])]?$", RegexOptions.IgnoreCase)]
    private static partial Regex UnitInTitle();

    [GeneratedRegex(@"^(?:item|items|position|article|what)$", RegexOptions.IgnoreCase)]
    private static partial Regex ThingTitle();

    [GeneratedRegex(@"\b(?:order|req|needed|bestell)", RegexOptions.IgnoreCase)]
    private static partial Regex OrderedTitle();

    [GeneratedRegex(@"\b(?:annual|year(?:ly)?|eau|per year|p\.?a\.?|jahres\w*|forecast|bedarf|verbrauch|usage|consumption|pack(?:ing|age)?|moq|min(?:imum)?)(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex YearlyTitle();

    [GeneratedRegex(@"^(?:unit|units|uom|u/m|einheit|me|mengeneinheit|unite|unidad)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex UnitTitle();

    [GeneratedRegex(@"\b(?:part|p/?n|mpn|sku|item|description|desc|article|material|number|bezeichnung|benennung|artikel\w*|teilenummer|teile-?nr|product|produkt|name|position|designation|drawing|zeichnung|norm|reference|denominacion|descrizione|descripcion|popis|nazev|ware)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PartTitle();

    [GeneratedRegex(@"\b(?:date|needed by|required by|delivery|termin|liefertermin|wunschtermin|lieferdatum|due|delai|eta)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DateTitle();

    [GeneratedRegex(@"\b(?:remarks?|comments?|notes?|bemerkung(?:en)?|hinweis|kommentar|remarque|observaciones)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RemarkTitle();

    [GeneratedRegex(@"^(?:pos|pos\.|position|#|(?:sl|sr|s|serial)\.?\s*(?:no|nr|number)?\.?|line|line no\.?|item no\.?|item|no|no\.|nr|nr\.|lfd\.? nr\.?|total|currency|currency code)$|\b(?:price|preis|prix|precio|cost|value|eau|annual|yearly|per year|forecast|stock|weight|gewicht|supplier|lieferant)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IgnoredTitle();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex WideGap();

    // A short mark of the buyer's own; a long one may be their number of the part.
    [GeneratedRegex(@"^(?:our|your|my)?\s*ref(?:erence)?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex OwnReference();

    [GeneratedRegex(@"^(?:DN|NW|PN|SW)$", RegexOptions.IgnoreCase)]
    private static partial Regex NominalTitle();

    [GeneratedRegex(@"\d[\d.,']*")]
    private static partial Regex Number();

    [GeneratedRegex(@"[a-zA-Z]+")]
    private static partial Regex Letters();
}

/// <summary>A row of a pasted table.</summary>
internal sealed record TableLine(string Wording, decimal? Quantity, string Unit, string Remark, string Date);
