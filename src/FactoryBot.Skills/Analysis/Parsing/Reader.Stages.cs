using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>What was done and what it has come to since: an order that has been invoiced was shipped as well, and its state says so no more.</summary>
internal sealed partial class Reader
{
    private static readonly string[][] Stages =
    [
        ["draft", "planned"], ["open", "new", "booked", "ordered"], ["confirmed", "approved", "released"], ["picked", "packed", "started"], ["shipped", "dispatched", "sent"], ["delivered", "received", "arrived"],
        ["invoiced", "billed"], ["paid", "closed", "completed", "settled"],
    ];

    private const int FirstDone = 2;
    private string? deedDate;

    // The day on which it was done, where rows that have gone on since have another state.
    private Condition? DoneSince(Meaning value, int at)
    {
        var column = ColumnOf(value);
        var said = Lexer.Fold(column.Codes.GetValueOrDefault(value.Value!) ?? value.Value!);
        if (Stage(said) is not (>= FirstDone and var stage) || !column.Values.Select(v => Lexer.Fold(column.Codes.GetValueOrDefault(v) ?? v)).Any(v => Stage(v) > stage)
            || items.Exists(i => i.Of(MeaningKind.Column).Any(c => c.Entity == value.Entity && c.Column == value.Column)) || negatedValues.Contains(at)
            || DatesOf(said).Where(d => d.Entity == value.Entity && ColumnOf(d).Nullable).ToList() is not [var day])
            return null;
        notes.Add($"{said} is told by the {ColumnOf(day).Phrase}: what has gone on since has another {column.Phrase}");
        return Condition.Compare(day.Field, Comparison.NotEmpty);
    }

    private bool OfNoun(int period) => At(period - 1) is { Kind: ItemKind.Preposition, Text: "of" } && focusItem is not null && At(period - 2) == focusItem;

    private static int Stage(string state) => Array.FindIndex(Stages, s => s.Contains(state));

    // "Discharges per month", "registrations this year": so many as have such a day.
    private void FocusOnDeeds()
    {
        if (focus is not null || focusColumns is not null)
            return;
        var at = items.FindIndex(i => i.Kind is not (ItemKind.Filler or ItemKind.Ask or ItemKind.Count));
        if (at < 0 || items[at] is not { Kind: ItemKind.Verb, Used: false } deed || deed.Text.Length < 5 || deed.Text[^1] != 's' || SchemaNames.Singular(deed.Text) == deed.Text || items.Exists(i => IsEntity(items.IndexOf(i)) && items.IndexOf(i) == Next(at))
            || !(items.Exists(i => i.Kind is ItemKind.TimePart or ItemKind.Period or ItemKind.By)) || DatesOf(deed.Text) is not [var day])
            return;
        (focus, focusItem, deedDate) = (day.Entity, deed, day.Field);
        deed.Used = true;
        if (ColumnOf(day).Nullable)
            where.Add(Condition.Compare(day.Field, Comparison.NotEmpty));
        Speak(day.Entity, at);
        if (items.Find(i => i is { Kind: ItemKind.Count, Used: false }) is { } count)
            (counting, count.Used) = (true, true);
    }

    // "New users per month": those that began then.
    private void DropNew()
    {
        for (var i = 0; i + 1 < items.Count; i++)
        {
            if (items[i] is { Kind: ItemKind.Unknown or ItemKind.Schema, Text: "new" } fresh && IsEntity(i + 1) && items[i + 1].Entity is { } thing && fresh.Meanings.All(m => m.Entity != thing.Entity) && model[thing.Entity].DefaultDate is { } date && items.Exists(x => x.Kind is ItemKind.TimePart or ItemKind.Period)
                && model[thing.Entity].Find(date)!.Phrase.Split(' ')[0] is "created" or "registered" or "registration" or "joined" or "since" or "opened" or "signed" or "start" or "started" or "added" or "hired" or "hire" or "founded" or "onboarded")
                (fresh.Kind, fresh.Meanings) = (ItemKind.Filler, []);
        }
    }
}
