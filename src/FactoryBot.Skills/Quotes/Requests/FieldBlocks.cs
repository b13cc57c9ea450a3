using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>A thing that is described field by field, each in a row of its own: "Item: timing belt", "Width: 15 mm", "Quantity: 30 pcs".</summary>
internal static partial class FieldBlocks
{
    private enum Field { None, Thing, Quantity, Property, Other }

    /// <summary>Takes the blocks out of the rows. What says neither what it is nor how many is no block, and its rows stay.</summary>
    public static List<string> Take(List<string> rows, List<TableLine> found)
    {
        var rest = new List<string>();
        for (var i = 0; i < rows.Count;)
        {
            var end = End(rows, i);
            if (end > i + 1 && Read(rows[i..end]) is { } line)
                found.Add(line);
            else
                rest.AddRange(rows[i..Math.Max(i + 1, end)]);
            i = Math.Max(i + 1, end);
        }

        return rest;
    }

    // A second name of a thing begins the next block.
    private static int End(List<string> rows, int from)
    {
        var i = from;
        var seen = new HashSet<Field>();
        while (i < rows.Count && Of(rows[i]).Field is var field && field != Field.None && (field is not (Field.Thing or Field.Quantity) || seen.Add(field)))
            i++;
        return i;
    }

    private static TableLine? Read(List<string> rows)
    {
        var fields = rows.ConvertAll(Of);
        // In an order's print "Material" is what it is, where nothing else is.
        if (!fields.Exists(f => f.Field == Field.Thing) && fields.FindIndex(f => NumberLabel().IsMatch(f.Label)) is >= 0 and var named)
            fields[named] = fields[named] with { Field = Field.Thing };
        if (fields.Find(f => f.Field == Field.Thing) is not { Value: { Length: > 0 } thing } || fields.Find(f => f.Field == Field.Quantity) is not { Value: { Length: > 0 } many })
            return null;
        if (Many().Match(many) is not { Success: true } count || Quantities.Count(count.Groups["n"].Value) is not { } quantity)
            return null;
        var properties = fields.Where(f => f.Field == Field.Property).Select(Said);
        return new(string.Join(", ", properties.Prepend(thing)), quantity, Quantities.UnitOf(count.Groups["u"].Value), "", "");
    }

    // "Teeth: 24" are 24 teeth, and 8 under "Size" is size 8.
    private static string Said((Field Field, string Label, string Value) property) =>
        Units.Is(property.Label) && property.Value.All(c => char.IsAsciiDigit(c) || c is '.' or ',') ? $"{property.Value} {property.Label}"
        : property.Label == "size" ? "size " + property.Value
        : property.Value;

    private static (Field Field, string Label, string Value) Of(string row)
    {
        if (Labelled().Match(row) is not { Success: true } match)
            return (Field.None, "", "");
        var (label, value) = (match.Groups["label"].Value.Trim().ToLowerInvariant(), match.Groups["value"].Value.Trim());
        var field = ThingLabel().IsMatch(label) ? Field.Thing
            : QuantityLabel().IsMatch(label) ? Field.Quantity
            : PropertyLabel().IsMatch(label) || Units.Is(label) ? Field.Property
            : OtherLabel().IsMatch(label) ? Field.Other
            : Field.None;
        return (field, label, value);
    }

    [GeneratedRegex(@"^[\s>*-]*(?<label>[A-Za-z][A-Za-z /.()-]{1,40}?)\s*[:=]\s*(?<value>\S.*)$")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:item|part|product|article|artikel|produkt|teil|bezeichnung|benennung|designation|description|desc|part name|product name|item name|item description|part description|(?:name|description) of (?:the )?(?:item|part|product|goods)(?: wanted| required)?)$")]
    private static partial Regex ThingLabel();

    [GeneratedRegex(@"^(?:material|part|article|model|product)(?:\s+(?:no|number|nr|code))?\.?$")]
    private static partial Regex NumberLabel();

    [GeneratedRegex(@"^(?:(?:order|req(?:uired|'d|d)?|needed|total)\s*)?(?:qty|quantity|menge|anzahl|stueckzahl|number of pieces)\.?(?:\s+(?:req(?:uire|')?d\.?|needed|wanted|ordered))?$")]
    private static partial Regex QuantityLabel();

    [GeneratedRegex(@"^(?:for\s+)?(?:[a-z]+\s+)?(?:(?:part|article|material|product) (?:no|number|nr|code)|model|type|typ|size|groesse|length|laenge|width|breite|height|hoehe|thickness|diameter|durchmesser|bore|stroke|thread|gewinde|pitch|material|werkstoff|colou?r|farbe|finish|surface|standard|norm|grade|class|voltage|spannung|power|leistung|current|pressure|ratio|rating|specifications?|spec|dimensions?|version)\.?$")]
    private static partial Regex PropertyLabel();

    [GeneratedRegex(@"^(?:delivery|lead time|needed by|required by|target price|remarks?|notes?|comments?|drawing|rev(?:ision)?|unit|uom|termin|lieferung|lieferzeit|bemerkung)(?:\s+[a-z]+)?$")]
    private static partial Regex OtherLabel();

    [GeneratedRegex(@"^(?:approx\.?\s*)?(?<n>\d{1,3}(?:[.,']\d{3})+|\d+)\s*(?:x\s*)?(?<u>[a-zA-Z]*)")]
    private static partial Regex Many();
}
