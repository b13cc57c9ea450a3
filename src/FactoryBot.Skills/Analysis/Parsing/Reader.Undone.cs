using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>What has not been done: an event without its end, a thing without the rows that a verb speaks of.</summary>
internal sealed partial class Reader
{
    // "Have not returned a book": such an event is there, and has not come to its end.
    private Condition? NotYet(Item verb, string? thing) =>
        focus is not null && DatesOf(verb.Text).Where(d => d.Entity != focus && ColumnOf(d).Nullable && model.Graph.Best(focus, d.Entity) is { Steps: [.., { Down: true }] } && (thing is null || thing == d.Entity || model.Graph.ReachesUp(d.Entity, thing))).ToList() is [var end]
            ? new() { Has = end.Entity, With = [Condition.Compare(end.Field, Comparison.Empty)] } : null;

    // "Never left a review": what is made by the deed, so that there would be a row of it.
    private bool Leaves(string verb, string made) => Stems.OfVerb(verb) is "left" or "leav" or "leave" or "writ" or "write" or "giv" or "give" or "post" or "mak" && focus is not null && model.Graph.ReachesUp(made, focus);

    // "Never used" where a row says the quantity used of it.
    private string? RowsOfVerb(string verb) => Stems.OfVerb(verb) is var stem && model.Relations.Where(r => r.To == focus && r.From != focus).Select(r => r.From).Distinct()
        .Where(e => model[e].Columns.Any(c => (c.IsNumber || c.IsDate) && c.Phrases.Take(c.OwnPhrases).Any(p => p.Split(' ').Any(w => w.EndsWith("ed", StringComparison.Ordinal) && Stems.OfVerb(w) == stem)))).ToList() is [var only] ? only : null;
}
