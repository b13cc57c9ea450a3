using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Between 8 and 16 o'clock", "from 6 am to 2 pm", "after 22 o'clock": hours of any day.</summary>
internal sealed partial class Reader
{
    private (int From, int To)? clock;
    private string clockWords = "";

    private void ReadClock()
    {
        for (var i = 0; i < items.Count && clock is null; i++)
        {
            if (Is(i, ItemKind.Between) || (Is(i, ItemKind.Preposition) && items[i].Text == "from"))
                Span(i);
            else if (Is(i, ItemKind.Compare) && items[i].Text is "after" or "before" && HourAt(i + 1) is { Said: true } hour)
                Take(i, hour.Next, items[i].Text == "after" ? (hour.Value, 24) : (0, hour.Value));
        }

        void Span(int at)
        {
            if (HourAt(at + 1) is not { } from || !(Is(from.Next, ItemKind.And) || At(from.Next)?.Text is "to" or "until" or "till") || HourAt(from.Next + 1) is not { } to || !(to.Said || from.Said))
                return;
            // "Between 2 and 4 pm".
            var begin = to.Afternoon && !from.Said && from.Value < 12 && from.Value + 12 < to.Value ? from.Value + 12 : from.Value;
            Take(at, to.Next, (begin, to.Value));
        }

        void Take(int from, int to, (int, int) hours)
        {
            clock = hours;
            clockWords = string.Join(' ', items.Skip(from).Take(to - from).Select(i => i.Text));
            foreach (var item in items.Skip(from).Take(to - from))
                PassOver(item);
        }
    }

    // An hour, what stands behind it, and whether its words say that it is one.
    private (int Value, int Next, bool Said, bool Afternoon)? HourAt(int at)
    {
        if (At(at) is not { Kind: ItemKind.Number, Number: >= 0 and <= 24 } number || number.Number != Math.Floor(number.Number))
            return null;
        var (hour, suffix) = ((int)number.Number, At(at + 1)?.Text);
        return suffix switch
        {
            "oclock" or "o'clock" or "h" or "hrs" => (hour, at + 2, true, false),
            "am" => (hour % 12, at + 2, true, false),
            "pm" => (hour % 12 + 12, at + 2, true, true),
            _ => (hour, at + 1, false, false),
        };
    }

    private void ReadHours()
    {
        if (clock is not var (from, to))
            return;
        if ((measures.Select(BaseOf).OfType<string>().FirstOrDefault() ?? focus) is not { } of || MomentOf(of) is not { } moment)
        {
            declined ??= $"I found no time of day that “{clockWords}” could be about.";
            return;
        }

        var field = $"hour({moment})";
        if (from < to)
            where.Add(Condition.Compare(field, Comparison.Between, Text(from), Text(to - 1)));
        else
            where.Add(new() { Any = [Condition.Compare(field, Comparison.AtLeast, Text(from)), Condition.Compare(field, Comparison.Less, Text(to))] });
        // Hours of any day are told as such, over all days.
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Part == TimePart.Hour)
                parts[i] = (TimePart.HourOfDay, parts[i].At);
        }

        rateDate ??= moment;
        notes.Add($"from {from}:00 until {to}:00 of any day, by {Describe.Text(moment, model)}");
    }

    // The time that a verb speaks of ("started"), else its own.
    private string? MomentOf(string entity)
    {
        var dates = items.Where(i => i.Kind == ItemKind.Verb).SelectMany(i => DatesOf(i.Text).Where(d => d.Entity == entity)).Select(d => d.Field).Distinct().ToList();
        var field = dates is [var said] ? said : DateOf(entity);
        return field is not null && FieldRef.Read(field) is var at && model[at.Entity].Find(at.Column) is { Kind: DataKind.Moment } ? field : null;
    }
}
