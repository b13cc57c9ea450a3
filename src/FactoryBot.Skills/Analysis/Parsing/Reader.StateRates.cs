using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"No-show rate per doctor": how many of all rows are in that state.</summary>
internal sealed partial class Reader
{
    private void ReadStateRate()
    {
        var at = items.FindIndex(i => i is { Kind: ItemKind.Unknown, Used: false, Text: "rate" or "rates" or "ratio" or "quota" });
        if (at < 1 || measures.Count > 0 || items[at - 1] is not { Used: false } state || !(state.Kind is ItemKind.Schema or ItemKind.Verb) || items.Exists(i => i.Kind is ItemKind.Share or ItemKind.Count or ItemKind.HowMuch or ItemKind.Compare)
            || !state.Meanings.All(m => m.Kind is MeaningKind.Value or MeaningKind.Filter) || state.Meanings.Where(m => m.Weight <= 1).ToList() is not [var only] || model[only.Entity].DefaultDate is null)
            return;
        if (only.Kind == MeaningKind.Value && ColumnOf(only).Phrase.Split(' ')[^1] is not ("status" or "state" or "result" or "outcome" or "stage"))
            return;
        var condition = only.Kind == MeaningKind.Value ? Condition.Compare(only.Field, Comparison.Equal, only.Value!) : Meant(only.Filter!);
        var all = CountOf(only.Entity, false, at);
        var part = all with { Name = $"{all.Name} {state.Text}", Where = [condition] };
        var known = Known(condition);
        if (known is not null)
            all = all with { Where = [known] };
        measures.AddRange([part, all]);
        compute.Add(new($"{Title(state.Text)} rate", ComputedKind.Percent, part.Name, all.Name));
        state.Used = items[at].Used = true;
        Speak(only.Entity, at);
        if (focus == only.Entity)
            Unfocus();
        notes.Add($"{state.Text} rate = {all.Name.ToLowerInvariant()} {state.Text} ÷ all {all.Name.ToLowerInvariant()}");
    }
}
