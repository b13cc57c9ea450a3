using System.Runtime.CompilerServices;
using FactoryBot.Skills.Functions;

namespace FactoryBot.Skills.Language;

/// <summary>A tenant's names, prepared once so that they are found in a sentence by their words.</summary>
public sealed class EntityIndex
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Entity>, EntityIndex> Built = [];

    private readonly Dictionary<string, List<NameForm>> byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entity>> byAnyWord = new(StringComparer.Ordinal);

    private readonly Dictionary<(SlotKind, int), List<Entity>> byNumber = [];
    private readonly Dictionary<(SlotKind, string), List<Entity>> byRoot = [];
    private readonly HashSet<SlotKind> kinds = [];
    private readonly List<NameForm> series = [];

    private EntityIndex(IReadOnlyList<Entity> entities)
    {
        All = entities;
        foreach (var entity in entities)
        {
            kinds.Add(entity.Kind);
            // A series is no name: only with its number it says anything.
            if (entity.Kind == SlotKind.WorkOrder)
            {
                series.Add(new(entity, [.. Sentence.Of(entity.Name).Tokens.Select(NamePart.Of)]));
                continue;
            }

            AddNumberAndRoots(entity, Sentence.Of(entity.Name).Tokens);
            foreach (var name in entity.Aliases.Prepend(entity.Name))
            {
                Add(entity, name);
            }
        }
    }

    public IReadOnlyList<Entity> All { get; }

    /// <summary>Every word of a name, so that typing errors in one are found.</summary>
    public IEnumerable<string> Words => byAnyWord.Keys.Concat(byFirstWord.Keys);

    /// <summary>The index of a list, built when it is seen for the first time.</summary>
    public static EntityIndex Of(IReadOnlyList<Entity> entities) => Built.GetValue(entities, list => new(list));

    internal IReadOnlyList<NameForm> StartingWith(string word) => byFirstWord.TryGetValue(word, out var forms) ? forms : [];

    /// <summary>Things with this word anywhere in a name.</summary>
    internal IReadOnlyList<Entity> With(string word) => byAnyWord.TryGetValue(word, out var entities) ? entities : [];

    /// <summary>The series in which the tenant counts its work orders, see <see cref="OrderNumbers"/>.</summary>
    internal IReadOnlyList<NameForm> Series => series;

    internal bool Has(SlotKind kind) => kinds.Contains(kind);

    /// <summary>Things of a kind whose name ends in this number.</summary>
    internal IReadOnlyList<Entity> Numbered(SlotKind kind, int number) => byNumber.TryGetValue((kind, number), out var entities) ? entities : [];

    /// <summary>Things of a kind that have a word of this root in their name, see <see cref="RoughNames.Root"/>.</summary>
    internal IReadOnlyList<Entity> WithRoot(SlotKind kind, string root) => byRoot.TryGetValue((kind, root), out var entities) ? entities : [];

    private void AddNumberAndRoots(Entity entity, Token[] tokens)
    {
        if (tokens is [.., { Digits: true, Number: { } number }])
            ListOf(byNumber, (entity.Kind, number)).Add(entity);
        foreach (var root in tokens.Select(t => RoughNames.Root(t.Word)).OfType<string>().Distinct())
            ListOf(byRoot, (entity.Kind, root)).Add(entity);
    }

    private void Add(Entity entity, string name)
    {
        var tokens = Sentence.Of(name).Tokens;
        if (tokens.Length == 0)
        {
            return;
        }

        // Somebody called "Des8on" must not be read wherever the German "des" stands.
        bool IsArticle(Token token) => entity.Kind == SlotKind.Member && Language.Words.IsCommon(token.Word);
        if (tokens.Length == 1 && IsArticle(tokens[0]))
        {
            return;
        }

        AddForm(new(entity, [.. tokens.Select(NamePart.Of)]));
        if (entity.Kind == SlotKind.Shift && tokens.Length == 1)
        {
            AddForm(new(entity, [new(tokens[0].Word + "shift", null)]));
        }

        foreach (var token in tokens.Where(t => t.Word.Length > 2 && !t.Digits && KindNouns.KindOf(t.Word) is null && !PeriodWords.All.Contains(t.Word) && !IsArticle(t)))
        {
            var with = ListOf(byAnyWord, token.Word);
            if (!with.Contains(entity))
            {
                with.Add(entity);
            }
        }
    }

    private void AddForm(NameForm form) => ListOf(byFirstWord, form.Parts[0].Word).Add(form);

    private static List<T> ListOf<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key)
        where TKey : notnull =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}

/// <summary>One way to write a name, cut into words and numbers.</summary>
internal sealed record NameForm(Entity Entity, NamePart[] Parts);

/// <summary>A word, or a number whose zeros in front do not count.</summary>
internal readonly record struct NamePart(string Word, int? Number)
{
    public static NamePart Of(Token token) => new(token.Word, token.Digits ? token.Number : null);

    public bool Matches(Token token) => Number is { } number ? token.Number == number : token.Is(Word) || (token.Word.Length > 3 && string.Equals(Language.Words.Stem(token.Word), Word, StringComparison.Ordinal));
}
