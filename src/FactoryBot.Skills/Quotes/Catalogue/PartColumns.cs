using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Which column of a list means what, whatever its maker called it.</summary>
internal sealed partial class PartColumns
{
    private static readonly FrozenDictionary<string, string> Names = Build().ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string[] header;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<(int Column, decimal From)> breaks = [];
    private readonly List<int> others = [];
    private string currency = "";

    private PartColumns(string[] header) => this.header = header;

    /// <summary>Null where no column holds the part's number.</summary>
    public static PartColumns? Of(string[] header)
    {
        var columns = new PartColumns(header);
        for (var i = 0; i < header.Length; i++)
            columns.Place(header[i], i);
        return columns.places.ContainsKey("number") ? columns : null;
    }

    /// <returns>The part with its breaks and aliases, or what is wrong with the row.</returns>
    public (Part? Part, string? Wrong) Read(string[] cells, List<PriceBreak> foundBreaks, List<PartAlias> foundAliases)
    {
        var number = Text(cells, "number");
        if (number.Length == 0)
            return (null, "it has no part number");
        if (number.Length > 120)
            return (null, "its part number is longer than 120 characters");
        if (!Whole(cells, "pack", 1, out var pack))
            return (null, $"“{Text(cells, "pack")}” is no pack quantity");
        if (!Money(cells, "packprice", out var packPrice))
            return (null, $"“{Text(cells, "packprice")}” is no price");
        if (!Money(cells, "unitprice", out var unitPrice))
            return (null, $"“{Text(cells, "unitprice")}” is no price");
        if (!Money(cells, "cost", out var cost))
            return (null, $"“{Text(cells, "cost")}” is no cost");
        if (!Whole(cells, "minimum", 1, out var minimum))
            return (null, $"“{Text(cells, "minimum")}” is no minimum quantity");
        if (!Whole(cells, "lead", 0, out var lead))
            return (null, $"“{Text(cells, "lead")}” is no lead time in days");
        if (!Money(cells, "stock", out var stock))
            return (null, $"“{Text(cells, "stock")}” is no stock");
        var description = Text(cells, "description");
        foreach (var (column, from) in breaks)
        {
            if (Cell(cells, column) is { Length: > 0 } price)
            {
                if (!Amounts.TryRead(price, out var value) || value < 0)
                    return (null, $"“{price}” is no price from {from}");
                foundBreaks.Add(new(number, "", from, value));
            }
        }

        foundAliases.AddRange(Text(cells, "aliases").Split([';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(a => new PartAlias(a, number)));
        return (new()
        {
            Number = number,
            Description = description.Length > 0 ? description : number,
            Details = string.Join(' ', others.Select(i => Cell(cells, i)).Where(c => c.Length > 0 && !c.Equals(description, StringComparison.Ordinal))),
            LineOfBusiness = Text(cells, "group"),
            Material = Text(cells, "material"),
            Standard = Text(cells, "standard"),
            Dimensions = Text(cells, "dimensions"),
            Supplier = Text(cells, "supplier"),
            Unit = Text(cells, "unit") is { Length: > 0 } unit ? unit : "pcs",
            PackQuantity = pack,
            Price = packPrice ?? unitPrice * pack,
            Cost = cost,
            Currency = Text(cells, "currency") is { Length: > 0 } own ? own.ToUpperInvariant() : currency,
            MinimumQuantity = minimum,
            LeadDays = places.ContainsKey("lead") && Text(cells, "lead").Length > 0 ? lead : null,
            Stock = stock,
        }, null);
    }

    private void Place(string title, int column)
    {
        var name = NotLetters().Replace(PlainText.Of(title).ToLowerInvariant().Trim(), "");
        if (PriceFrom().Match(PlainText.Of(title).ToLowerInvariant()) is { Success: true } from)
        {
            breaks.Add((column, decimal.Parse(from.Groups["n"].Value, CultureInfo.InvariantCulture)));
            return;
        }

        foreach (var code in (string[])["usd", "eur", "gbp", "chf", "czk", "pln", "sek"])
        {
            if (name.EndsWith(code, StringComparison.Ordinal) && name.Length > code.Length)
                (name, currency) = (name[..^3], code.ToUpperInvariant());
        }

        if (Names.TryGetValue(name, out var field) && places.TryAdd(field, column))
            return;
        others.Add(column);
    }

    private string Text(string[] cells, string field) => places.TryGetValue(field, out var at) ? Cell(cells, at) : "";

    private static string Cell(string[] cells, int at) => at < cells.Length ? cells[at].Replace("\0", "", StringComparison.Ordinal).Trim() : "";

    private bool Money(string[] cells, string field, out decimal? value)
    {
        value = null;
        if (Text(cells, field) is not { Length: > 0 } text)
            return true;
        if (!Amounts.TryRead(text, out var read) || read < 0)
            return false;
        value = read;
        return true;
    }

    private bool Whole(string[] cells, string field, int least, out int value)
    {
        value = least;
        if (Text(cells, field) is not { Length: > 0 } text)
            return true;
        if (!Amounts.TryRead(text, out var read) || read < least || read > 100_000_000 || read != decimal.Truncate(read))
            return false;
        value = (int)read;
        return true;
    }

    private static Dictionary<string, string> Build()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("number", "partnumber partno partnr part number no nr article articleno articlenumber item itemno itemnumber sku material materialnumber id mpn artikel artikelnummer teilenummer code productcode");
        Add("description", "description desc name title text bezeichnung beschreibung itemdescription shorttext benennung");
        Add("group", "lineofbusiness group category family productgroup class warengruppe");
        Add("material", "materialtype werkstoff alloy");
        Add("standard", "standard norm");
        Add("dimensions", "dimensions dimension size abmessung abmessungen");
        Add("supplier", "supplier manufacturer brand vendor lieferant hersteller");
        Add("unit", "unit uom einheit measure");
        Add("pack", "packqty packquantity packsize pack perpack qtyperpack ve packungsgroesse packung piecesperpack");
        Add("packprice", "packprice price listprice list preis listenpreis packlistprice priceperpack");
        Add("unitprice", "unitprice pieceprice priceeach eachprice stueckpreis priceperpiece");
        Add("cost", "cost unitcost standardcost kosten herstellkosten purchaseprice einkaufspreis packcost");
        Add("currency", "currency waehrung");
        Add("minimum", "moq minimum minqty minimumquantity minorder minimumorder mindestmenge");
        Add("lead", "leadtime leaddays leadtimedays lieferzeit lieferzeittage lead");
        Add("stock", "stock onhand available bestand inventory lager");
        Add("aliases", "aliases alias othernumbers synonyms oldnumber");
        return all;

        void Add(string field, string names)
        {
            foreach (var name in names.Split(' '))
                all[name] = field;
        }
    }

    [GeneratedRegex("[^a-z]")]
    private static partial Regex NotLetters();

    [GeneratedRegex(@"^(?:price|preis|break)[\s_@-]*(?:from|at|ab)?[\s_@-]*(?<n>\d+)\+?(?:\s*pcs)?$")]
    private static partial Regex PriceFrom();
}
