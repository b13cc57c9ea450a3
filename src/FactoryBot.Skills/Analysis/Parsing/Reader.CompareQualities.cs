using System.Globalization;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Cost more than 50", "longer than 120", "spent over 1000": a comparison without a noun.</summary>
internal sealed partial class Reader
{
    // "Cost more than 50", "longer than 120".
    private void Quality(int at, int end, Comparison comparison, decimal value, decimal? to)
    {
        var verb = Before(at);
        var quality = QualityBefore(at);
        if (At(verb) is { Text: "worth", Used: false } worth && focus is not null && RevenueNear(focus) is { } revenue)
        {
            worth.Used = true;
            Total(Use(revenue), comparison, value, to);
            return;
        }

        // "Spent more than 40 dollars in total".
        if (At(verb) is { Kind: ItemKind.Verb } spends && Stems.OfVerb(spends.Text) is "spend" && focus is not null && SpentNear(focus) is { } spent)
        {
            spends.Used = true;
            Total(Use(spent), comparison, value, to);
            foreach (var sum in items.Where(i => i is { Kind: ItemKind.Aggregate, Aggregate: Aggregate.Sum, Used: false } && i.Text is "in total" or "altogether" or "overall"))
                sum.Used = true;
            return;
        }

        var unit = At(Next(end));
        if (quality is null && unit is { Kind: ItemKind.Unit, Text: "dollars" or "dollar" or "euros" or "euro" or "usd" or "eur" or "bucks" or "pounds" })
            quality = "price";
        // "Bills between 1000 and 2000": the sum that stands on them.
        if ((quality is null || quality == "price" && focus is not null && Quality(quality, focus) is null) && unit?.Kind is not ItemKind.Schema && focus is not null && focusItem is not null && Money.IsPaper(focusItem.Text) && Before(at) == items.IndexOf(focusItem) && SumOn(focus) is { } worthOf)
        {
            where.Add(Number(worthOf, comparison, value, to));
            Shows(worthOf);
            if (unit is { Kind: ItemKind.Unit })
                unit.Used = true;
            return;
        }

        // "Orders above 5000": what their lines are worth.
        if ((quality is null || quality == "price" && focus is not null && Quality(quality, focus) is null) && unit?.Kind is not ItemKind.Schema && focus is not null && focusItem is not null && Plural(focusItem) && Before(at) == items.IndexOf(focusItem) && WorthBehind(focus) is { } lines)
        {
            Total(Use(lines), comparison, value, to);
            notes.Add($"{lines.Phrases[0]} = {Describe.Formula(lines, model)}");
            if (unit is { Kind: ItemKind.Unit })
                unit.Used = true;
            return;
        }

        if (quality is not null && focus is not null && Quality(quality, focus) is { } field)
        {
            if (unit is not null && TimeUnit(unit.Text) is { } time)
            {
                if (ColumnOf(new(MeaningKind.Column, focus, FieldRef.Read(field).Column, 0)).Unit is not { } kept || Seconds(kept) is not { } scale)
                {
                    items[at].Used = false;
                    return;
                }

                unit.Used = true;
                (value, to) = (value * Seconds(time)!.Value / scale, to * Seconds(time)!.Value / scale);
            }

            var own = ColumnOf(new(MeaningKind.Column, FieldRef.Read(field).Entity, FieldRef.Read(field).Column, 0));
            where.Add(Number(field, comparison, Scaled(value, own), to is { } most ? Scaled(most, own) : null));
            Shows(field);
            if (At(verb) is { Kind: ItemKind.Verb } used)
                used.Used = true;
            return;
        }

        items[at].Used = false;
    }
}
