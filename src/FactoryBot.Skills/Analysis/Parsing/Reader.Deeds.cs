using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>A verb that two dates of one thing begin with: its small word says which ("checking in", "checked out"), else it is asked back.</summary>
internal sealed partial class Reader
{
    private string? DateOfVerb(string verb)
    {
        if (IsDoneBySomebody(verb))
            return null;
        var anchors = Anchors(without?.Has).Distinct().ToList();
        // Whom somebody else joined is not when he himself did.
        var dates = DatesOf(DeedOf(verb)).Where(d => focus is null || d.Entity == focus || !model[d.Entity].Person || mentions.Exists(m => m.Entity == d.Entity)).Where(d => focus is null || measures.Count > 0 || mentions.Exists(m => m.Entity == d.Entity) || !Sideways(focus, d.Entity)).Select(d => (d, Score: anchors.Count == 0 ? 0 : Near(anchors, d.Entity))).Where(d => d.Score < 1000).OrderBy(d => d.Score).ToList();
        // Joining is signing up, registering, being hired: whatever the table calls its beginning.
        if (dates.Count == 0 && focus is not null && Stems.OfVerb(verb) is "join" or "sign" or "regist" or "register" or "enrol" or "enroll" or "hir" or "hire" or "becom" or "employ"
            && model[focus!].Columns.Where(c => c.IsDate && c.Phrase.Split(' ')[0] is "signed" or "sign" or "registered" or "registration" or "joined" or "join" or "enrolled" or "hired" or "hire" or "since" or "employed" or "member" or "created" or "added").ToList() is [var begun])
            return $"{focus}.{begun.Name}";
        if (dates.Count > 1 && WithParticle(verb, [.. dates.Select(d => d.d)]) is { } whole)
            return whole.Field;
        if (dates.Count == 0)
            return null;
        if (dates.Count > 1 && dates[0].Score == dates[1].Score)
        {
            AskDate(verb, [.. dates.TakeWhile(d => d.Score == dates[0].Score).Select(d => d.d)]);
            return null;
        }

        if (focus is null && measures.Count == 0 && anchors.Count == 0)
        {
            focus = dates[0].d.Entity;
            Speak(focus, 0);
        }

        return dates[0].d.Field;
    }

    // "Which parts did we order from Festo": what was ordered there, wherever the part is usually bought.
    private bool DoneWith(int verb, string happened)
    {
        if (!Is(Next(verb), ItemKind.Preposition) || items[Next(verb)].Text is not ("from" or "by" or "to") || measures.Count > 0 || values.FindIndex(v => v.At == Next(Next(verb))) is not (>= 0 and var at))
            return false;
        var said = FieldRef.Read(values[at].Field);
        if (said.Via is not null || said.Entity == focus || !model.Graph.ReachesUp(happened, said.Entity) || !model.Graph.ReachesUp(focus!, said.Entity) || where.FindIndex(w => w.Field == values[at].Field && w.Has is null) is not (>= 0 and var condition))
            return false;
        where[condition] = new() { Has = happened, With = [where[condition]] };
        return true;
    }

    // "How many trips did each driver make": behind who did it, what he did, whatever column is called so.
    private bool IsDoing(int at) => items[at] is { Kind: ItemKind.Schema } word && word.Meanings.All(m => m.Kind == MeaningKind.Column) && Grammar.Find(word.Text) is { Kind: ItemKind.Verb }
        && IsEntity(Before(at)) && items.Take(Before(at)).Any(i => i is { Kind: ItemKind.Filler, Text: "did" or "do" or "does" }) && !Is(Next(at), ItemKind.Schema, ItemKind.By);

    // "Loans that a librarian issued": the key says by whom, and no day of another thing is meant, such as that on which a fine was issued.
    private bool IsDoneBySomebody(string verb)
    {
        if (DatesOf(verb) is not { Count: > 0 } dates || measures.Select(BaseOf).Append(focus).OfType<string>().Distinct().ToList() is not { Count: > 0 } about)
            return false;
        var stem = Stems.OfVerb(verb);
        return !dates.Exists(d => about.Contains(d.Entity) || mentions.Exists(m => m.Entity == d.Entity))
            && model.Relations.Any(r => about.Contains(r.From) && SchemaNames.Split(r.Via) is [var done, "by", ..] && Stems.OfVerb(done) == stem);
    }

    [GeneratedRegex(@"^\W+(?<particle>in|out|up|off|on|back|over|down)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Particle();

    private Meaning? WithParticle(string verb, List<Meaning> dates)
    {
        var at = sentence.IndexOf(DeedOf(verb), StringComparison.OrdinalIgnoreCase);
        if (at < 0 || Particle().Match(sentence[(at + DeedOf(verb).Length)..]) is not { Success: true } found)
            return null;
        var particle = found.Groups["particle"].Value.ToLowerInvariant();
        return dates.Where(d => ColumnOf(d).Phrases.Any(p => p.Split(' ') is [_, var second, ..] && second == particle)).ToList() is [var only] ? only : null;
    }

    private void AskDate(string verb, List<Meaning> dates)
    {
        if (dates.Select(d => d.Entity).Distinct().Count() > 1 || items.Find(i => i.Kind == ItemKind.Verb && i.Text == verb) is not { } item)
            return;
        var said = dates.Select(d => ColumnOf(d).Phrases).Select(p => p.FirstOrDefault(x => x.EndsWith(" date", StringComparison.Ordinal)) ?? p[0]).Distinct().ToList();
        if (said.Count > 1)
            Ask(item, items.IndexOf(item), [.. said.Select(d => new AmbiguousChoice(Title(d), $"with {d}"))]);
    }
}
