using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Gives a message as it stands to the function that declares its opening: what was pasted is data and is not read as questions.</summary>
internal sealed partial class WholeMessage
{
    // Longer, it is something pasted: its words are data.
    private const int LongestTyped = 100;

    // A pasted text takes milliseconds. The limit goes by the clock, and on a busy machine a thread may stand still for longer than a tight one.
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(5);

    private static readonly ConcurrentDictionary<string, Opening> Compiled = new(StringComparer.Ordinal);

    private readonly (OfferedWords Offered, Slot Slot, Opening[] Openings)[] functions;
    private readonly SearchValues<string> marks;
    private readonly Lexicon words;

    public WholeMessage(IEnumerable<OfferedWords> offered)
    {
        functions = [.. from one in offered
                        let slot = one.Words.Slot(SlotKind.Message)
                        where slot is not null
                        select (one, slot, slot.Values.Select(v => Compiled.GetOrAdd(v, Compile)).ToArray())];
        marks = SearchValues.Create([.. functions.SelectMany(f => f.Openings).Select(o => o.Longest)], StringComparison.OrdinalIgnoreCase);
        words = new(functions.SelectMany(f => f.Slot.Values).SelectMany(v => Word().Matches(v).Select(m => m.Value)).Distinct(StringComparer.Ordinal));
    }

    /// <summary>What a hurried message was meant to be, "sumbit it" for one: to be asked, for these functions change things.</summary>
    /// <param name="known">Words that mean something as they are.</param>
    /// <returns>Null where that is no message of any function either.</returns>
    public string? Meant(string text, Lexicon known)
    {
        if (text.Length > LongestTyped || text.Contains('\n', StringComparison.Ordinal))
            return null;
        var meant = Word().Replace(text.ToLowerInvariant(), typed => known.Contains(typed.Value) ? typed.Value : Mended(typed.Value));
        return !meant.Equals(text, StringComparison.OrdinalIgnoreCase) && Read(meant) is { Understood: true } ? meant : null;
    }

    // Another form of a word is no typing error: "approved" asks or tells, and approves nothing.
    private string Mended(string typed) =>
        words.Nearest(typed) is { } nearest && !nearest.StartsWith(typed, StringComparison.Ordinal) && !typed.StartsWith(nearest, StringComparison.Ordinal) ? nearest : typed;

    [GeneratedRegex(@"\p{Ll}{4,}")]
    private static partial Regex Word();

    /// <returns>Null where no function takes it whole, or two do equally well.</returns>
    public Outcome? Read(string text)
    {
        if (!text.AsSpan().ContainsAny(marks))
            return null;
        var letters = Marks.OfPairs(text);
        OfferedWords? best = null;
        Slot? taken = null;
        var weight = 0;
        var tie = false;
        foreach (var (offered, slot, openings) in functions)
        {
            var own = 0;
            foreach (var opening in openings)
                own = Math.Max(own, opening.WeightIn(text, letters));
            if (own == 0 || own < weight)
                continue;
            tie = own == weight;
            (best, taken, weight) = (offered, slot, own);
        }

        if (best is null || tie)
            return null;
        return best.WhyNot is { } why
            ? why
            : Outcome.Call([new(best.Words.Function.Name, new Dictionary<string, object?>(StringComparer.Ordinal) { [taken!.Name] = text })]);
    }

    /// <summary>Words count two each, a place in the line one: "^add #" says more than "add".</summary>
    private static Opening Compile(string opening)
    {
        var pattern = new StringBuilder();
        var weight = 0;
        var words = opening.TrimStart('^').TrimEnd('$').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (opening.StartsWith('^'))
        {
            pattern.Append(@"^[\s>*•-]*(?:\(?\d{1,3}[.)]\s+)?(?:(?:hi|hello|hey|please|pls|plz|can you|could you|ok|okay|actually|sorry|wait|alright|thanks)[\s,.!-]+)*");
            weight++;
        }
        else
        {
            pattern.Append(@"(?<!\w)");
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0)
                pattern.Append(words[i] == "..." || words[i - 1] == "..." ? "" : @"[\s:,-]+");
            pattern.Append(words[i] switch { "..." => @"[^\n]{0,200}?\b", "#" => @"\d[\d.,']*", _ => Regex.Escape(words[i]).Replace(@"\#", @"\d+", StringComparison.Ordinal) });
            weight += words[i] == "..." ? 0 : 2;
        }

        if (opening.EndsWith('$'))
        {
            pattern.Append(@"(?:[\s,]+(?:please|pls|plz|thanks|thank you))?[\s.!?]*$");
            weight++;
        }
        else if (char.IsLetterOrDigit(opening[^1]))
        {
            pattern.Append(@"(?!\w)");
        }

        var longest = words.Where(w => !w.Contains('#', StringComparison.Ordinal) && w != "...").MaxBy(w => w.Length) ?? "";
        return new(longest, pattern.ToString(), weight);
    }

    /// <param name="Longest">A word that every such message holds: almost every other message is told apart by it, at a hundredth of the pattern's cost.</param>
    private sealed record Opening(string Longest, string Pattern, int Weight)
    {
        private readonly Marks pairs = Marks.OfPairs(Longest);
        private Regex? regex;

        public int WeightIn(string text, Marks letters) =>
            letters.HasAll(pairs) && text.Contains(Longest, StringComparison.OrdinalIgnoreCase) && Matches(text) ? Weight : 0;

        private bool Matches(string text) =>
            (regex ??= new(Pattern, RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, LongestMatch)).IsMatch(text);
    }
}
