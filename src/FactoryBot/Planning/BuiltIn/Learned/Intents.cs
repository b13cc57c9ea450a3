using System.Collections.Concurrent;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn.Learned;

/// <summary>What was learned from the sentences that people wrote for a set of functions, and from the functions' own examples.</summary>
internal sealed class Intents
{
    // A word that so many functions' sentences have says nothing about what is asked.
    private const int Everywhere = 5;
    private const int OftenEnough = 3;

    private static readonly ConcurrentDictionary<string, Lazy<Intents>> Learned = new(StringComparer.Ordinal);

    private readonly string[] functions;
    private readonly IntentModel model;
    private readonly Dictionary<string, Use> words = new(StringComparer.Ordinal);
    private readonly int[] written;
    private readonly HashSet<(int, string, string)> pairs = [];
    private readonly Lexicon lexicon;

    public Intents(IEnumerable<(string Function, string Sentence)> corpus, IEnumerable<string> known)
    {
        functions = [SentenceCorpus.None, .. known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (functions.Length > 128)
            functions = functions[..128];
        var numbers = functions.Index().ToDictionary(f => f.Item, f => f.Index, StringComparer.Ordinal);
        written = new int[functions.Length];
        var sentences = new List<(int[] Features, int Class)>();
        foreach (var (function, sentence) in corpus)
        {
            var meant = numbers.GetValueOrDefault(function);
            var shape = Shape.OfWritten(sentence);
            written[meant]++;
            sentences.Add((Features.Of(shape), meant));
            for (var i = 0; i < shape.Length; i++)
            {
                (words.TryGetValue(shape[i], out var use) ? use : words[shape[i]] = new()).Add(meant);
                if (i > 0 && meant > 0 && (NeedsNeighbour(shape[i]) || NeedsNeighbour(shape[i - 1])))
                    pairs.Add((meant, shape[i - 1], shape[i]));
            }
        }

        model = IntentModel.Train(sentences, functions.Length);
        lexicon = new(words.Where(w => w.Value.All >= OftenEnough && !Shape.IsKind(w.Key)).Select(w => w.Key));
    }

    /// <summary>Learned when it is asked for first; the same for everybody who is offered, or refused, these functions.</summary>
    public static Intents For(IReadOnlyList<SkillFunction> functions)
    {
        var names = string.Join('\n', functions.Select(f => f.Name).Order(StringComparer.Ordinal));
        return Learned.GetOrAdd(names, _ => new(() => new(
            functions.Select(f => f.Declaration.UnderlyingMethod?.DeclaringType?.Assembly).OfType<System.Reflection.Assembly>().Distinct().SelectMany(SentenceCorpus.Of)
                .Concat(functions.SelectMany(f => f.Examples.Select(e => (f.Name, Shape.WithKinds(e))))),
            functions.Select(f => f.Name)))).Value;
    }

    /// <summary>Whether a word is one that people wrote, and so no typing error of another.</summary>
    public bool IsWord(string word) => lexicon.Contains(FunctionWords.Stem(word));

    /// <summary>The function that a sentence most likely means, and how likely.</summary>
    /// <param name="favoured">Functions that something else speaks for as well.</param>
    /// <param name="times">How much likelier that makes them.</param>
    public (string Function, float Likely) Guess(string[] shape, IReadOnlyList<string>? favoured = null, float times = 1)
    {
        var likely = model.Predict(Features.Of(shape));
        foreach (var function in favoured ?? [])
        {
            if (Array.IndexOf(functions, function) is var at and >= 0)
                likely[at] *= times;
        }

        var first = Array.IndexOf(likely, likely.Max());
        return (functions[first], likely[first] / likely.Sum());
    }

    /// <summary>How likely each of some functions is.</summary>
    public float[] Likely(string[] shape, IReadOnlyList<string> of)
    {
        var likely = model.Predict(Features.Of(shape));
        return [.. of.Select(f => Array.IndexOf(functions, f) is var at and >= 0 ? likely[at] : 0)];
    }

    /// <summary>Whether people write a word when they mean a function, or whatever they mean; typing errors are seen through.</summary>
    public bool Accounts(string function, string? before, string word, string? after)
    {
        var at = Array.IndexOf(functions, function);
        if (NeedsNeighbour(word))
            return (before is not null && pairs.Contains((at, before, word))) || (after is not null && pairs.Contains((at, word, after)));
        return Accounts(at, word) || (!words.ContainsKey(word) && lexicon.Nearest(word) is { } meant && Accounts(at, meant));
    }

    // A word that is seen more often where nothing answers than where this function does takes the sentence away from it.
    private bool Accounts(int at, string word)
    {
        if (!words.TryGetValue(word, out var use))
            return false;
        var strange = (double)use.Of(0) / Math.Max(1, written[0]);
        return (use.Of(at) > 0 && (double)use.Of(at) / written[at] >= strange)
            || (use.Functions >= Everywhere && (double)(use.All - use.Of(0)) / Math.Max(1, written.Sum() - written[0]) >= strange / 2);
    }

    // A number, and a word that leaves something out, mean what they stand beside.
    private static bool NeedsNeighbour(string word) => word is Shape.Number or "same" || PlainWords.Leaving.Contains(word) || PlainWords.Compare.Contains(word);

    /// <summary>How often a word was written for each function.</summary>
    private sealed class Use
    {
        private readonly List<(int Class, int Count)> counts = [];

        public int All => counts.Sum(c => c.Count);
        public int Functions => counts.Count(c => c.Class > 0);

        public int Of(int function) => counts.Find(c => c.Class == function).Count;

        public void Add(int function)
        {
            var at = counts.FindIndex(c => c.Class == function);
            if (at < 0)
                counts.Add((function, 1));
            else
                counts[at] = (function, counts[at].Count + 1);
        }
    }
}
