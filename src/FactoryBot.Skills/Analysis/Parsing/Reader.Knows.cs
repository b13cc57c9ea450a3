namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Whether words name something of a model at all.</summary>
internal sealed partial class Reader
{
    public static bool Knows(string phrase, SchemaLexicon lexicon, DateOnly today) =>
        Tagger.Tag(phrase, lexicon, today, []) is { Count: > 0 } items && items.TrueForAll(i => i.Kind != ItemKind.Unknown) && items.Exists(i => i.Meanings.Count > 0);
}
