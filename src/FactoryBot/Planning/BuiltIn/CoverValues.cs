using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

// Of a sentence's words those that are values of the function's slots.
internal sealed partial class Cover
{
    private void CoverValues()
    {
        TakeValues();
        if (Values.Count > 1)
        {
            DropSecondHalves();
            // Several values of one slot are answered in the order in which they were said.
            Values.Sort((a, b) => FirstAt(a).CompareTo(FirstAt(b)));
        }

        // "Was CNC-001 below 70 %" asks for its figure; of what there are several of, those below are asked for.
        if (OnlyBound && !Values.Exists(v => v.Slot.Name != CallBuilder.Figure) && !(Words.Has(SlotKind.Number) && (Clause.Has("anywhere") || Clause.Has("somewhere"))))
            Evidence = 0;
        if (Values.Count > 1)
            DropDoing();
    }

    private void TakeValues()
    {
        foreach (var value in Words.Choices)
        {
            if (!Clause.MayHave(value.First))
                continue;
            for (var i = 0; i + value.Words.Length <= covered.Length; i++)
            {
                if (!Clause.Filled[i] && value.At(Clause.Stems, i) && !IsTaken(value, i) && !IsNoStandstill(value, i) && !IsRequest(value, i) && !IsMeant(value, i))
                {
                    Array.Fill(covered, true, i, value.Words.Length);
                    Array.Fill(valued, true, i, value.Words.Length);
                    Values.Add(value);
                }
            }
        }
    }

    private bool IsTaken(SlotValue value, int at) => valued[at] && (value.Words.Length == 1 || Values.Exists(v => v.Slot == value.Slot && v.Value != value.Value && IsWithin(value, at, v)));

    // "Planned maintenance" within "excluding planned maintenance".
    private bool IsWithin(SlotValue value, int at, SlotValue longer)
    {
        for (var i = Math.Max(0, at + value.Words.Length - longer.Words.Length); i <= at && longer.Words.Length > value.Words.Length && i + longer.Words.Length <= covered.Length; i++)
        {
            if (longer.At(Clause.Stems, i))
                return true;
        }

        return false;
    }

    private bool IsNoStandstill(SlotValue value, int at) => value.Words is ["down"] && IsNoStandstill(at);

    // "Pulling us down", "down on last month".
    private bool IsNoStandstill(int at) => Clause.Pulls(at) || Clause.IsAgainst(at) || IsFalling(at);

    // "Is the time lost to jams going down": a figure that falls; "it keeps going down" stops.
    private bool IsFalling(int at) => at > 1 && Clause.Tokens[at - 1].IsAny(["going", "coming", "trending", "heading"]) && Clause.Tokens[0].IsAny(["is", "are"])
        && !Clause.Filled[at - 2] && !Clause.Tokens[at - 2].IsAny(["keep", "keeps", "machine", "line", "it"]);

    // "Make me a comparison" asks for nothing that was made.
    private bool IsRequest(SlotValue value, int at) => value.Words is ["make"] && at + 1 < covered.Length && Clause.Tokens[at + 1].IsAny(["me", "us", "a"]);

    // "The good ones I mean" asks for no mean.
    private bool IsMeant(SlotValue value, int at) => value.Words is ["mean"] && at > 0 && Clause.Tokens[at - 1].IsAny(["i", "we", "you", "it", "that"]);

    // "Scrap pieces": one figure, said in two words.
    private void DropSecondHalves()
    {
        var figures = Values.Where(v => v.Slot.Name == CallBuilder.Figure && v.Words.Length == 1).Select(v => (Value: v, At: FirstAt(v))).ToList();
        foreach (var (value, _) in figures.Where(second => figures.Exists(first => first.Value.Value != second.Value.Value && FollowsAtOnce(first.At, second.At))))
            Values.Remove(value);
    }

    private bool FollowsAtOnce(int first, int second) => first + 1 == second && Clause.Tokens[second].Joint < Joint.Comma;

    // "What made the OEE go down": what a machine does stands for no figure where another one is named.
    private void DropDoing() => Values.RemoveAll(v => IsDoing(v) && v.Value != v.Words[0] && Values.Exists(o => o.Slot == v.Slot && o.Value != v.Value && !IsDoing(o)));

    private static bool IsDoing(SlotValue value) => value.Words is [var word] && PlainWords.Doing.Contains(word);

    private int FirstAt(SlotValue value) => Enumerable.Range(0, covered.Length).FirstOrDefault(i => !Clause.Filled[i] && value.At(Clause.Stems, i), covered.Length);
}
