using FactoryBot.Skills.Functions;

namespace FactoryBot.Skills.Language;

/// <summary>Finds a tenant's names in sentences: without their dash or zeros, by a word of them, with the noun of their kind. Never takes
/// one thing for another: what is not sure is given with its candidates.</summary>
public static class EntityMatcher
{
    private const int MostCandidates = 5;
    private static readonly SlotKind[] Places = [SlotKind.Machine, SlotKind.Line, SlotKind.Site];

    /// <summary>Reads a function's argument as the name of one thing of a kind.</summary>
    public static EntityMention Resolve(string text, SlotKind kind, IReadOnlyList<Entity> entities)
    {
        var index = EntityIndex.Of(entities);
        var sentence = Sentence.Of(text);
        new Lexicon(index.Words.Concat(["machine", "line", "site", "shift", "plant"])).Correct(sentence.Tokens);
        var mentions = Find(sentence, index);
        return mentions.Count == 1 && mentions[0].Kind == kind
            ? mentions[0]
            : new(0, sentence.Tokens.Length, kind, Certainty.Unknown, null, Nearest(index, kind, text));
    }

    /// <summary>All names in a sentence, in their order.</summary>
    public static IReadOnlyList<EntityMention> Find(Sentence sentence, EntityIndex index)
    {
        List<EntityMention>? mentions = null;
        var tokens = sentence.Tokens;
        for (var at = 0; at < tokens.Length;)
        {
            var full = Full(tokens, at, index);
            // "CNC-002" is not the machine that is also called "CNC".
            var mention = OrderNumbers.At(tokens, at, index) is { } order ? order
                : full is { Certainty: Certainty.Sure } && !EndsInOtherNumber(tokens, full)
                ? full
                : ClockShifts.At(tokens, at, index) ?? Numbered(tokens, at, index) ?? RoughNames.Ordinal(tokens, at, index) ?? full ?? ByWord(tokens, at, index) ?? RoughNames.Doer(tokens, at, index);
            if (mention is null)
            {
                at++;
                continue;
            }

            (mentions ??= []).Add(mention);
            at = mention.End;
            // "Lines 1, 2 and 3", "line 1 and 2": the noun is said once.
            while (KindNouns.KindOf(tokens[mention.Start].Word) is not null && tokens[mention.End - 1].Digits
                && NextNumber(tokens, at, IsPlural(tokens[mention.Start].Word)) is { } next)
            {
                mentions.Add(OfNumber(index, mention.Kind, next, next + 1, tokens[next].Number!.Value));
                at = next + 1;
            }
        }

        return mentions ?? (IReadOnlyList<EntityMention>)[];
    }

    // "CNC-001", "cnc 1", "night shift": every part of the name stands there.
    private static EntityMention? Full(Token[] tokens, int at, EntityIndex index)
    {
        var longest = 0;
        List<Entity>? found = null;
        foreach (var form in index.StartingWith(tokens[at].Word).Concat(OfOne(tokens[at].Word, index)))
        {
            var length = form.Parts.Length;
            if (length < longest || at + length > tokens.Length || !Matches(form, tokens, at) || !ShortNames.MaySay(form, tokens, at))
            {
                continue;
            }

            if (length > longest || found is null)
            {
                longest = length;
                found = [];
            }

            if (!found.Exists(e => e.Kind == form.Entity.Kind && e.Name == form.Entity.Name))
            {
                found.Add(form.Entity);
            }
        }

        return found is null ? null : Mention(tokens, at, at + longest, found);
    }

    // "Nights", "housings": several of what has the name.
    private static IReadOnlyList<NameForm> OfOne(string word, EntityIndex index) => Words.Stem(word) is var one && one != word ? index.StartingWith(one) : [];

    private static bool EndsInOtherNumber(Token[] tokens, EntityMention full) =>
        full.End < tokens.Length && !tokens[full.End - 1].Digits && tokens[full.End].Digits && tokens[full.End].Joint < Joint.Comma
        && !IsTime(tokens, full.End);

    private static bool Matches(NameForm form, Token[] tokens, int at)
    {
        for (var i = 0; i < form.Parts.Length; i++)
        {
            if (!form.Parts[i].Matches(tokens[at + i]) || (i > 0 && tokens[at + i].Joint >= Joint.Comma)
                || (form.Parts[i].Number is not null && IsTime(tokens, at + i)
                // "Line 1 month to date", "line 1 Nov 5": the number is the line's.
                && !(i > 0 && (KindNouns.KindOf(tokens[at + i - 1].Word) is not null || tokens[at + i].Joint == Joint.None) && !IsRangeOrDay(tokens, at + i))))
            {
                return false;
            }
        }

        return true;
    }

    // "Assembly 9", "machine 7", "line 3": a number where no name has it.
    private static EntityMention? Numbered(Token[] tokens, int at, EntityIndex index)
    {
        var noun = KindNouns.KindOf(tokens[at].Word);
        var numberAt = at + 1;
        if (noun is not null && numberAt < tokens.Length && tokens[numberAt].IsAny(["number", "no", "nr"]))
        {
            numberAt++;
        }

        if (numberAt >= tokens.Length || tokens[numberAt].Number is not { } number || tokens[numberAt].Joint >= Joint.Comma || IsTime(tokens, numberAt))
        {
            return null;
        }

        if (noun is { } kind)
        {
            if (!index.Has(kind) || (!tokens[numberAt].Digits && tokens[at].Word.EndsWith('s')))
            {
                return null;
            }

            return OfNumber(index, kind, at, numberAt + 1, number);
        }

        var family = index.With(tokens[at].Word);
        return !tokens[numberAt].Digits ? null
            : family.Count == 0 ? Shortened(tokens, at, index)
            : new(at, numberAt + 1, family[0].Kind, Certainty.Unknown, null, [.. family.Take(MostCandidates)]);
    }

    // "Assy-001", "pack 1": one name's word cut short, and its number.
    private static EntityMention? Shortened(Token[] tokens, int at, EntityIndex index)
    {
        var word = tokens[at].Word;
        if (word.Length < 3 || tokens[at + 1].Number is not { } number)
        {
            return null;
        }

        var fitting = Places.SelectMany(kind => index.Numbered(kind, number))
            .Where(e => Sentence.Of(e.Name).Tokens is [{ Digits: false } name, _] && IsShort(word, name.Word)).Take(2).ToList();
        return fitting.Count == 1 ? new(at, at + 2, fitting[0].Kind, Certainty.Sure, fitting[0], fitting) : null;
    }

    // "Pack" is how Packaging begins; "pkg" has letters of it in their order, and no vowel after the first.
    private static bool IsShort(string word, string name) =>
        (word.Length >= 4 && name.StartsWith(word, StringComparison.Ordinal))
        || (name[0] == word[0] && word.AsSpan(1).IndexOfAny("aeiou") < 0 && RoughNames.IsPartOf(word, name));

    private static EntityMention OfNumber(EntityIndex index, SlotKind kind, int start, int end, int number)
    {
        var numbered = index.Numbered(kind, number);
        return numbered.Count switch
        {
            0 => new(start, end, kind, Certainty.Unknown, null, Nearest(index, kind, KindNouns.Noun(kind))),
            1 => new(start, end, kind, Certainty.Sure, numbered[0], numbered),
            _ => new(start, end, kind, Certainty.Ambiguous, null, numbered),
        };
    }

    private static bool IsPlural(string word) => word.EndsWith('s') && KindNouns.KindOf(word) is not null;

    private static int? NextNumber(Token[] tokens, int at, bool plural)
    {
        var next = at < tokens.Length && tokens[at].IsAny(["and", "or", "vs"]) ? at + 1 : at;
        return next < tokens.Length && tokens[next].Digits && !IsTime(tokens, next)
            && (next > at || (plural && tokens[next].Joint is Joint.Comma or Joint.Slash)) && tokens[next].Number is not null ? next : null;
    }

    // "The cnc", "packaging", "Ana": one word of a name.
    private static EntityMention? ByWord(Token[] tokens, int at, EntityIndex index)
    {
        var family = index.With(tokens[at].Word);
        if (family.Count == 0 || KindNouns.KindOf(tokens[at].Word) is not null || PeriodWords.Unit(tokens[at].Word) is not null)
        {
            return null;
        }

        family = [.. family.Where(e => e.Kind != SlotKind.Shift)];
        if (family.Count == 0)
        {
            return null;
        }

        var next = at + 1 < tokens.Length && tokens[at + 1].Joint < Joint.Comma ? KindNouns.KindOf(tokens[at + 1].Word) : null;

        // "Main causes" names no "Main Plant": one word of a site needs its noun, or a place's preposition.
        if (next is null && family.All(e => e.Kind == SlotKind.Site) && !(at > 0 && tokens[at - 1].IsAny(["at", "in", "of", "for", "from", "on"])))
        {
            return null;
        }

        var numbered = at + 2 < tokens.Length && tokens[at + 2].Digits && !IsTime(tokens, at + 2);
        if (next is not { } noun || numbered || family.Any(e => e.Kind == noun))
        {
            return Mention(tokens, at, at + 1, next is { } said && !numbered ? [.. family.Where(e => e.Kind == said)] : family);
        }

        if (RoughNames.OfRoot(tokens[at].Word, noun, index) is { } rough)
        {
            return new(at, at + 2, noun, Certainty.Sure, rough, [rough]);
        }

        // "The packaging line": no line is called so.
        return new(at, at + 2, noun, Certainty.Unknown, null,
            [.. family.Concat(index.All.Where(e => e.Kind == noun)).Take(MostCandidates)]);
    }

    private static EntityMention Mention(Token[] tokens, int start, int end, IReadOnlyList<Entity> found)
    {
        var kind = found[0].Kind;
        if (end < tokens.Length && tokens[end].Joint < Joint.Comma && KindNouns.KindOf(tokens[end].Word) == kind
            && !(end + 1 < tokens.Length && tokens[end + 1].Digits && !IsTime(tokens, end + 1)))
        {
            end++;
        }

        if (start > 0 && tokens[start].Joint < Joint.Comma && KindNouns.KindOf(tokens[start - 1].Word) == kind)
        {
            start--;
        }

        return found.Count == 1
            ? new(start, end, kind, Certainty.Sure, found[0], found)
            : new(start, end, kind, Certainty.Ambiguous, null, found);
    }

    private static bool IsTime(Token[] tokens, int at)
    {
        if (at + 1 >= tokens.Length || tokens[at + 1].Joint >= Joint.Comma)
        {
            return false;
        }

        var next = tokens[at + 1];
        return PeriodWords.Unit(next.Word) is not null || PeriodWords.Month(next.Word) > 0
            || (next.Joint == Joint.None && next.IsAny(["st", "nd", "rd", "th"])
            || (next.Digits && next.Joint is Joint.Dash or Joint.Slash or Joint.Dot));
    }

    // "1-5", "1st".
    private static bool IsRangeOrDay(Token[] tokens, int at) => tokens[at + 1] is var next
        && ((next.Joint == Joint.None && next.IsAny(["st", "nd", "rd", "th"])) || (next.Digits && next.Joint is Joint.Dash or Joint.Slash or Joint.Dot));

    private static List<Entity> Nearest(EntityIndex index, SlotKind kind, string typed)
    {
        var folded = Sentence.Fold(typed);
        return [.. index.All.Where(e => e.Kind == kind)
            .OrderBy(e => EditDistance.Between(folded, Sentence.Fold(e.Name), 24)).Take(MostCandidates)];
    }
}
