using System.Collections.Concurrent;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn.Learned;

/// <summary>What was learned from the sentences that people wrote for a set of functions, and from the functions' own examples.</summary>
internal sealed class Intents
{
    // A word that so many functions' sentences have says nothing about what is asked.
    private const int Everywhere = 3;
    private const int OftenEnough = 3;

    // A typing error that several people make is rarer.
    private const int Usual = 7;
    private const double Strange = 2;
    private const double MostStrange = 6;

    private static readonly string[] Bounds = ["over", "under", "above", "below", "than", "least", "most", "exceed", "exceeding", "exceeded", "between", "longer", "until"];

    private const string Split = "by";

    private static readonly string[] Often = ["daily", "weekly", "monthly", "quarterly", "yearly", "hourly", "fortnightly", "only"];

    /// <summary>What a number or a word of leaving out stands beside is never one of these.</summary>
    public static readonly string[] Articles = ["the", "a", "an", "of", "any", "our", "my", "your", "all"];

    private static readonly ConcurrentDictionary<string, Lazy<Intents>> Learned = new(StringComparer.Ordinal);

    private readonly string[] functions;
    private readonly IntentModel model;
    private readonly Dictionary<string, Use> words = new(StringComparer.Ordinal);
    private readonly int[] written;
    private readonly bool[] reads;
    private readonly string[] modules;

    // Nothing of the planner's answers these: other readers may.
    private readonly bool[] elsewhere;
    private readonly int strangers;
    private readonly HashSet<(int, string, string)> pairs = [];
    private readonly Lexicon lexicon;
    private readonly HashSet<string> usual;

    public Intents(IEnumerable<(string Function, string Sentence)> corpus, IEnumerable<(string Function, bool Reads, bool Elsewhere)> known)
    {
        (string Function, bool Reads, bool Elsewhere)[] all = [(SentenceCorpus.None, true, true), .. known.DistinctBy(k => k.Function).OrderBy(k => k.Function, StringComparer.Ordinal)];
        functions = [.. all.Select(f => f.Function)];
        reads = [.. all.Select(f => f.Reads)];
        elsewhere = [.. all.Select(f => f.Elsewhere)];
        modules = [.. functions.Select(f => f.Split('_')[0])];
        var numbers = functions.Index().ToDictionary(f => f.Item, f => f.Index, StringComparer.Ordinal);
        written = new int[functions.Length];
        var whole = new Dictionary<string, int>(StringComparer.Ordinal);
        var sentences = new List<(int[] Features, int Class)>();
        foreach (var (function, sentence) in corpus)
        {
            var meant = numbers.GetValueOrDefault(function);
            var shape = Shape.OfWritten(sentence);
            written[meant]++;
            sentences.Add((Features.Of(shape), meant));
            for (var i = 0; i < shape.Length; i++)
            {
                if (Shape.IsKind(shape[i]))
                    continue;
                var root = Root.Of(shape[i]);
                (words.TryGetValue(root, out var use) ? use : words[root] = new()).Add(meant);
                whole[shape[i]] = whole.GetValueOrDefault(shape[i]) + 1;
            }

            string[] bare = [.. shape.Where(w => !Articles.Contains(w))];
            for (var i = 1; i < bare.Length && meant > 0; i++)
            {
                if (bare[i - 1] == Split)
                    pairs.Add((meant, Split, bare[i]));
                var picks = PlainWords.Extreme.Contains(bare[i - 1]);
                if (picks && Shape.IsKind(bare[i]) && i + 1 < bare.Length)
                    pairs.Add((meant, Root.Of(bare[i - 1]), Root.Of(bare[i + 1])));
                else if (NeedsNeighbour(bare[i]) || NeedsNeighbour(bare[i - 1]))
                    pairs.Add((meant, Root.Of(bare[i - 1]), Root.Of(bare[i])));
            }
        }

        strangers = written.Where((_, i) => elsewhere[i]).Sum();
        model = IntentModel.Train(sentences, functions.Length);
        usual = [.. whole.Where(w => w.Value >= Usual).Select(w => w.Key)];
        lexicon = new(whole.Where(w => w.Value >= OftenEnough).Select(w => w.Key));
    }

    /// <summary>Learned when it is asked for first; the same for everybody who is offered, or refused, these functions.</summary>
    public static Intents For(IEnumerable<SkillFunction> functions)
    {
        var all = functions.Where(f => !f.Unlearned).ToList();
        return Learned.GetOrAdd(string.Join('\n', all.Select(f => f.Name).Order(StringComparer.Ordinal)), _ => new(() => Learn(all))).Value;
    }

    /// <summary>The order of the functions makes no difference: sentences are learned in the order of their functions' names.</summary>
    internal static Intents Learn(IEnumerable<SkillFunction> functions)
    {
        var ordered = functions.Where(f => !f.Unlearned).OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        return new(
            ordered.Select(f => f.Declaration.UnderlyingMethod?.DeclaringType?.Assembly).OfType<System.Reflection.Assembly>().Distinct()
                .OrderBy(a => a.FullName, StringComparer.Ordinal).SelectMany(SentenceCorpus.Of)
                .Concat(ordered.SelectMany(f => f.LearnedExamples.Where(e => !Shape.NamesOrder(e, f.Slots)).Select(e => (f.Name, Shape.WithKinds(e, f.Slots))))),
            ordered.Select(f => (f.Name, FunctionRunner.Reads(f), f.WholeSentence)));
    }

    /// <summary>Whether a word is one that people wrote, and so no typing error of another.</summary>
    public bool IsWord(string word) => usual.Contains(FunctionWords.Stem(word));

    /// <summary>How likely a sentence means each function.</summary>
    public Meant Of(string[] shape) => new(functions, model.Predict(Features.Of(shape)));

    /// <summary>Whether anybody has written a word, or one made from the same.</summary>
    public bool Knows(string word) => words.ContainsKey(Root.Of(word));

    /// <summary>Whether people write a word when they mean a function, or whatever they mean; typing errors are seen through.</summary>
    /// <param name="sure">The function is so likely that a word which people also write where nothing answers changes nothing.</param>
    public bool Accounts(string function, string? before, string word, string? after, bool sure = false)
    {
        var at = Array.IndexOf(functions, function);
        if (at < 0)
            return false;
        // "Per worker" is no split that anybody wrote, however often people write of work.
        if (before == Split && !Shape.IsKind(word))
            return pairs.Contains((at, Split, word));
        if (NeedsNeighbour(word))
        {
            // A bound ("over 2 hours") leaves something out.
            return !(word == Shape.Number && Array.IndexOf(Bounds, before) >= 0)
                && ((before is not null && pairs.Contains((at, Root.Of(before), Root.Of(word)))) || (after is not null && pairs.Contains((at, Root.Of(word), Root.Of(after)))));
        }

        var root = Root.Of(word);
        // "Roughly", "lately": how, not what.
        return (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && !word.EndsWith("early", StringComparison.Ordinal) && !Often.Contains(word) && !words.ContainsKey(root))
            || (word.Length > 1 && Accounts(at, root, sure))
            || (!words.ContainsKey(root) && lexicon.Nearest(word) is { } meant && Accounts(at, Root.Of(meant), sure));
    }

    // A word that is seen far more often where nothing answers than where this function does takes the sentence away from it.
    private bool Accounts(int at, string root, bool sure)
    {
        if (!words.TryGetValue(root, out var use))
            return false;
        var strange = use.Functions.Where(f => elsewhere[f]).Sum(use.Of);
        var share = strange < 2 ? 0 : (double)strange / strangers / (sure ? MostStrange : Strange);
        return (use.Of(at) > 0 && (double)use.Of(at) / written[at] >= share)
            || (IsEverywhere(use, at) && (double)(use.All - strange) / Math.Max(1, written.Sum() - strangers) >= share);
    }

    // In several functions of the same module, or of several modules; what changes something has words of its own.
    private bool IsEverywhere(Use use, int at)
    {
        var alike = use.Functions.Where(f => !elsewhere[f] && reads[f] == reads[at]).ToList();
        return alike.Count(f => modules[f] == modules[at]) >= Everywhere || alike.Select(f => modules[f]).Distinct().Count() >= Everywhere;
    }

    // A number, and a word that leaves something out, mean what they stand beside.
    private static bool NeedsNeighbour(string word) => word is Shape.Number || PlainWords.Leaving.Contains(word) || PlainWords.Compare.Contains(word) || PlainWords.Changing.Contains(word);

    /// <summary>How often a word was written for each function.</summary>
    private sealed class Use
    {
        private readonly List<(int Class, int Count)> counts = [];

        public int All => counts.Sum(c => c.Count);
        public IEnumerable<int> Functions => counts.Select(c => c.Class);

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
