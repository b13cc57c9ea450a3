using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Every phrase of a model with what it can mean. Made once for a model.</summary>
internal sealed class SchemaLexicon
{
    public const int LongestPhrase = 8;

    private readonly Dictionary<string, List<Meaning>> meanings = new(StringComparer.Ordinal);
    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    public SchemaLexicon(SemanticModel model)
    {
        Model = model;
        Histories = model.Filters.Where(f => f.Name == DraftValidity.Current && DraftValidity.Of(model[f.Entity]).Any()).ToDictionary(f => f.Entity, StringComparer.Ordinal);
        foreach (var entity in model.Entities)
            AddEntity(entity);
        foreach (var measure in model.Measures)
        {
            foreach (var (phrase, i) in measure.Phrases.Select((p, i) => (p, i)))
                Add(phrase, new(MeaningKind.Measure, measure.Entity, null, i == 0 ? 0 : 1) { Measure = measure });
        }

        foreach (var filter in model.Filters)
        {
            foreach (var phrase in filter.Phrases)
                Add(phrase, new(MeaningKind.Filter, filter.Entity, null, 0) { Filter = filter });
        }

        // The support rep of a customer is an employee, whatever the table is called.
        foreach (var relation in model.Relations.Where(r => r.From != r.To && r.Role.Length == 0 && r.FromColumns is [_]))
        {
            var called = DraftRelations.Called(relation.Via);
            if (called.Length > 3 && !Grammar.IsFunction(called) && !called.Split(' ').Any(w => w.EndsWith("ed", StringComparison.Ordinal) || w is "to" or "by" or "via"))
            {
                Add(called, new(MeaningKind.Entity, relation.To, null, 1));
                if (called.Split(' ') is [_, .., { Length: > 2 } last])
                    Add(last, new(MeaningKind.Entity, relation.To, null, 3));
            }
        }

        foreach (var relation in model.Relations.Where(r => r.Role.Length > 0))
            AddRole(relation);
        AddShortNames();
        AddStateWords();
        Outcomes = Outcome.Of(model);
        Areas = AreasOf(model);
        words.UnionWith(Areas.Keys);
        // "Abort" is no slip of "about" where cycles are aborted.
        words.UnionWith(Outcomes.SelectMany(o => o.Good.Concat(o.Bad).SelectMany(v => Outcome.Said(o.Column, v).Split(' '))).SelectMany(w => new[] { w, Reader.Root(w) }).Where(w => w.Length > 3));
        Typed = new(words.Concat(Grammar.Words));
    }

    public SemanticModel Model { get; }

    /// <summary>Things whose rows hold for a time, with the condition that makes them the current ones.</summary>
    public IReadOnlyDictionary<string, NamedFilter> Histories { get; }

    /// <summary>Columns that say how a row turned out.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; }

    /// <summary>Schemas by what they are called; a schema that any database has names nothing.</summary>
    public IReadOnlyDictionary<string, string> Areas { get; }

    /// <summary>Words of the schema and of the grammar, to mend typing errors.</summary>
    public FactoryBot.Skills.Language.Lexicon Typed { get; }

    public IReadOnlyList<Meaning> Find(string key) => meanings.GetValueOrDefault(key) ?? (IReadOnlyList<Meaning>)[];

    public bool Knows(string word) => words.Contains(word);

    private static Dictionary<string, string> AreasOf(SemanticModel model) => model.Entities.Select(e => e.Schema).Distinct()
        .Where(s => s.Length > 2 && s is not ("public" or "dbo" or "reading" or "main" or "data")).Select(s => (Said: string.Join(' ', SchemaNames.Split(s)), Schema: s))
        .Where(a => !Grammar.IsFunction(a.Said)).GroupBy(a => a.Said, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Schema, StringComparer.Ordinal);

    // "Film categories" are categories, that of a film: a row that only ties the two together is none of them.
    private string? Tied(Entity entity) => !entity.Bridge ? null
        : Model.Relations.Where(r => r.From == entity.Name).Select(r => Model[r.To]).Distinct().ToList() is { Count: 2 } ends
            && ends.Find(e => ends.Exists(o => o != e && entity.Noun == $"{o.Noun} {e.Noun}")) is { } last ? last.Name : null;

    private void AddEntity(Entity entity)
    {
        var tied = Tied(entity);
        foreach (var (noun, i) in entity.Nouns.Select((n, i) => (n, i)))
        {
            if (tied is not null)
            {
                Add(noun, new(MeaningKind.Entity, tied, null, i == 0 ? 0 : 1));
                continue;
            }

            Add(noun, new(MeaningKind.Entity, entity.Name, null, i == 0 ? 0 : 1));
            // "Reason" of "stop reason", "item" of "order item": only where nothing else is called so.
            if (noun.LastIndexOf(' ') is > 0 and var space && noun[(space + 1)..] is { Length: > 3 } last && !Grammar.IsFunction(last) && !(i > 0 && KindWords.Is(last)))
                Add(last, new(MeaningKind.Entity, entity.Name, null, i == 0 ? 2 : 3));
        }

        var shortNoun = entity.Noun[(entity.Noun.LastIndexOf(' ') + 1)..];
        foreach (var column in entity.Columns.Where(c => c.Kind != DataKind.Other))
        {
            foreach (var (phrase, i) in column.Phrases.Select((p, i) => (p, i)))
            {
                Add(phrase, Of(entity, column, i < column.OwnPhrases ? 0 : 1));
                // "Tickets opened on" is no name of a date: a day follows.
                if (!phrase.StartsWith(entity.Noun, StringComparison.Ordinal) && !(phrase.EndsWith(" on", StringComparison.Ordinal) || phrase.EndsWith(" at", StringComparison.Ordinal)))
                {
                    Add($"{entity.Noun} {phrase}", Of(entity, column, 0));
                    if (shortNoun != entity.Noun)
                        Add($"{shortNoun} {phrase}", Of(entity, column, 2));
                }

                if (entity.Noun.Split(' ') is [var first, _, ..] && first != shortNoun && !phrase.StartsWith(first, StringComparison.Ordinal))
                    Add($"{first} {phrase}", Of(entity, column, 2));
                Partial(entity, column, phrase);
            }

            if (entity.Label is [var label] && label == column.Name)
            {
                Add("name", Of(entity, column, 1));
                foreach (var noun in entity.Nouns)
                    Add(noun + " name", Of(entity, column, 0));
            }

            foreach (var value in column.Values)
                AddValue(entity, column, value);
            foreach (var (code, meaning) in column.Codes)
            {
                AddValue(entity, column, meaning, code);
                // "Aborted" where the comment says aborted cycle, and nothing else of the column begins so.
                if (meaning.Split(' ') is [var adjective, var thing] && (entity.Noun.Split(' ').Contains(Lexer.Fold(thing)) || IsPiece(Lexer.Fold(thing))) && column.Codes.Values.Count(m => m.StartsWith(adjective, StringComparison.OrdinalIgnoreCase)) == 1)
                    AddValue(entity, column, adjective, code);
                if (!column.Values.Contains(code))
                    Put(string.Join(' ', Lexer.Keys($"{column.Phrase} {code}").Select(k => k.Text)), new(MeaningKind.Value, entity.Name, column.Name, 0) { Value = code });
            }
        }

        if (entity.Person)
        {
            if (!Reader.IsBuyer(entity.Noun))
            {
                foreach (var word in (ReadOnlySpan<string>)["people", "person", "staff", "personnel", "colleague", "coworker", "our people"])
                    Add(word, new(MeaningKind.Entity, entity.Name, null, 2));
            }

            foreach (var phrase in (ReadOnlySpan<string>)["full name", "name"])
                Add(phrase, new(MeaningKind.Column, entity.Name, entity.Label[0], 2));
        }

        if (entity.Person && entity.Columns.FirstOrDefault(c => c.Name == entity.Label[0]) is not null)
            Add(entity.Noun + " name", new(MeaningKind.Entity, entity.Name, null, 1));
    }

    private static Meaning Of(Entity entity, Column column, int weight) => new(MeaningKind.Column, entity.Name, column.Name, weight);

    // "Reorder" of "reorder level", "stock" of "units in stock", "country" of "ship country".
    private void Partial(Entity entity, Column column, string phrase)
    {
        var parts = phrase.Split(' ');
        if (parts.Length < 2 || (parts[0] == "date" && column.IsDate) || phrase == column.Phrases[^1] && column.Phrases.Count > 6)
            return;
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].Length > 2 && !Grammar.IsFunction(parts[i]))
                Add(string.Join(' ', parts[i..]), Of(entity, column, 3));
        }

        if (parts[0].Length > 2 && !Grammar.IsFunction(parts[0]) && column.Kind != DataKind.Date && column.Kind != DataKind.Moment && !parts[0].StartsWith(entity.Noun, StringComparison.Ordinal))
            Add(parts[0], Of(entity, column, 4));
    }

    private static bool IsPiece(string word) => word is "part" or "piece" or "product" or "unit" or "item" or "cycle" or "stroke" or "shot" or "test" or "sample" or "batch" or "lot" or "order" or "job" or "result" or "row" or "record" or "goods";

    private void AddValue(Entity entity, Column column, string said, string? stored = null)
    {
        var (keys, value) = (Lexer.Keys(said), stored ?? said);
        if (keys.Count is 0 or > LongestPhrase)
            return;
        var meaning = new Meaning(MeaningKind.Value, entity.Name, column.Name, 0) { Value = value };
        if (keys.Count == 1 && (keys[0].Text.Length < 2 || Grammar.IsFunction(keys[0].Text) || keys[0].Text.All(char.IsAsciiDigit)))
        {
            // A shift called Day: only beside its noun, or beside another shift.
            Put("!" + keys[0].Text, meaning);
            return;
        }

        Put(string.Join(' ', keys.Select(k => k.Text)), meaning);
        var stem = string.Join(' ', keys.Select(k => k.Stem));
        Put("~" + stem, meaning with { Weight = 1 });
    }

    // "Hydrotek" of "Hydrotek GmbH": the first words of a name, where they are those of one thing only.
    private void AddShortNames()
    {
        var shorts = new Dictionary<string, List<Meaning>>(StringComparer.Ordinal);
        foreach (var entity in Model.Entities)
        {
            foreach (var column in entity.Columns.Where(c => entity.Label.Contains(c.Name) || c.Phrase.EndsWith("company", StringComparison.Ordinal)))
            {
                foreach (var value in column.Values)
                {
                    var keys = Lexer.Keys(value);
                    for (var length = 1; length < Math.Min(keys.Count, 4); length++)
                    {
                        var key = string.Join(' ', keys.Take(length).Select(k => k.Text));
                        if (key.Length > 3 && !Grammar.IsFunction(key) && !Grammar.IsFunction(keys[length - 1].Text))
                            (shorts.TryGetValue(key, out var list) ? list : shorts[key] = []).Add(new(MeaningKind.Value, entity.Name, column.Name, 2) { Value = value });
                    }
                }
            }
        }

        AddTellingWords();
        foreach (var (key, found) in shorts.Where(s => s.Value.Count == 1))
            Put("!" + key, found[0] with { Weight = 1 });
        foreach (var (key, found) in shorts.Where(s => s.Value.Count == 1 && Find(s.Key).Count == 0 && Find("~" + string.Join(' ', Lexer.Keys(s.Key).Select(k => k.Stem))).Count == 0 && Grammar.Find(s.Key) is null))
            Put(key, found[0]);
    }

    // "Videos" where one of a few kinds is called "MPEG-4 video file": a word that no other value and no name has.
    private void AddTellingWords()
    {
        var words = Model.Entities.Where(e => KindWords.Is(e.Noun.Split(' ')[^1])).SelectMany(e => e.Columns.Where(c => e.Label.Contains(c.Name) && c.AllValues && c.Values.Count is > 1 and <= 30).SelectMany(c => c.Values.Select(v => (e, c, v))))
            .SelectMany(x => Lexer.Keys(x.v) is { Count: > 1 } keys ? keys.Select(k => (k.Stem, x.e, x.c, x.v)) : []).Where(x => x.Stem.Length > 3)
            .GroupBy(x => x.Stem, StringComparer.Ordinal).Where(g => g.DistinctBy(x => x.v).Count() == 1).ToList();
        foreach (var word in words.Where(w => Find(w.Key).Count == 0 && Find("~" + w.Key).Count == 0 && Grammar.Find(w.Key) is null && !Knows(w.Key)))
            Put("~" + word.Key, new(MeaningKind.Value, word.First().e.Name, word.First().c.Name, 3) { Value = word.First().v });
    }

    // "On the road" where the state is kept as "in_transit"; a word that means something already keeps its meaning.
    private void AddStateWords()
    {
        foreach (var entity in Model.Entities)
        {
            foreach (var column in entity.Columns.Where(c => c is { AllValues: true, Values.Count: > 1 and <= 30 } || c.Codes.Count > 0))
            {
                foreach (var (said, stored) in column.Values.Select(v => (v, v)).Concat(column.Codes.Select(c => (c.Value, c.Key))))
                {
                    foreach (var word in Said(Lexer.Fold(said)))
                    {
                        var keys = Lexer.Keys(word);
                        if (!column.Values.Concat(column.Codes.Values).Any(v => Lexer.Fold(v) == Lexer.Fold(word)) && Grammar.Find(Lexer.Fold(word)) is null or { Kind: ItemKind.Verb }
                            && Find("~" + string.Join(' ', keys.Select(k => k.Stem))).All(m => m.Kind == MeaningKind.Filter && m.Entity != entity.Name || m.Kind == MeaningKind.Value && m.Weight > 0) && Find(Lexer.Fold(word)).Count == 0)
                            Put("~" + string.Join(' ', keys.Select(k => k.Stem)), new(MeaningKind.Value, entity.Name, column.Name, 1) { Value = stored });
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Said(string value) =>
        German.Of(value) is { } english ? [english, .. StateWords.Of(english)] : StateWords.Of(value);

    private void AddRole(Relation relation)
    {
        var entity = Model[relation.To];
        var phrases = new List<string> { relation.Role };
        var words = relation.Role.Split(' ');
        if (relation.From != relation.To && words.Any(Reader.IsStart))
            phrases.AddRange(["origin", "origin " + entity.Noun, "start " + entity.Noun, "starting " + entity.Noun, "departure " + entity.Noun, "source " + entity.Noun]);
        else if (relation.From != relation.To && words.Any(Reader.IsEnd))
            phrases.AddRange(["destination", "destination " + entity.Noun, "end " + entity.Noun, "arrival " + entity.Noun, "target " + entity.Noun]);
        if (relation.From == relation.To && entity.Person)
            phrases.AddRange(["manager", "boss", "supervisor", "superior"]);
        foreach (var phrase in phrases)
            Add(phrase, new(MeaningKind.Role, relation.To, null, 0) { Relation = relation });
    }

    private void Add(string phrase, Meaning meaning)
    {
        var keys = Lexer.Keys(phrase);
        if (keys.Count is 0 or > LongestPhrase)
            return;
        words.UnionWith(keys.Where(k => k.Text.Length > 3).Select(k => k.Text));
        Put("~" + string.Join(' ', keys.Select(k => k.Stem)), meaning);
    }

    private void Put(string key, Meaning meaning)
    {
        if (!meanings.TryGetValue(key, out var list))
            meanings[key] = list = [];
        var same = list.FindIndex(m => m.Kind == meaning.Kind && m.Entity == meaning.Entity && m.Column == meaning.Column && m.Value == meaning.Value
            && m.Measure == meaning.Measure && m.Filter == meaning.Filter && m.Relation == meaning.Relation);
        if (same < 0)
            list.Add(meaning);
        else if (list[same].Weight > meaning.Weight)
            list[same] = meaning;
    }
}
