using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"The best rated hotel", "which driver has the worst reviews": the mean of the marks that it was given.</summary>
internal sealed partial class Reader
{
    private static readonly HashSet<string> Marks = new(["rating", "score", "stars", "mark", "grade", "satisfaction"], StringComparer.Ordinal);

    /// <param name="said">Where "rated" or the reviews stand.</param>
    private bool RankRated(int said)
    {
        var given = IsEntity(said) && items[said] != focusItem ? PickEntity(items[said], said) : null;
        if (focus is null || (given is null && !Is(said, ItemKind.Superlative)) || given == focus)
            return false;
        var marks = model.Entities.Where(e => given is null || e.Name == given).Where(e => e.Name == focus || model.Graph.ReachesUp(e.Name, focus)).SelectMany(e => MarksOf(e.Name)).ToList();
        if (marks.Exists(m => m.Entity == focus) && marks is not [_])
            marks.RemoveAll(m => m.Entity != focus);
        if (marks is not [var mark])
            return false;
        items[said].Used = true;
        if (mark.Entity == focus)
            Shows(rankField = mark.Field);
        else
            rankMeasure = UseOf(mark, Aggregate.Average);
        Speak(mark.Entity, said);
        return true;
    }

    private IEnumerable<Meaning> MarksOf(string entity) => model[entity].Columns.Where(c => c.IsNumber && c.Role != ColumnRole.Key && c.Phrase.Split(' ').Any(Marks.Contains)).Select(c => new Meaning(MeaningKind.Column, entity, c.Name, 0));
}
