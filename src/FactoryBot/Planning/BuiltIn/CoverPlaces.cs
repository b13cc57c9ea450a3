using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

// Of a sentence's words those that stand for a place without naming one: "the whole plant", "all machines", "the line".
internal sealed partial class Cover
{
    // "The whole plant" is a place, as a name would be.
    private void CoverWholePlant()
    {
        for (var i = 0; i < covered.Length && Words.HasScope; i++)
        {
            var token = Clause.Tokens[i];
            if (token.Is("everything") && Words.Has(SlotKind.Limit) && Clause.Limits is [var bound] && bound.Start == i + 1)
            {
                // "Everything over 20 minutes": all stops, not all places.
                covered[i] = true;
            }
            else if (!covered[i] && !Clause.Filled[i] && Clause.Is(i, WordTraits.Whole)
                && (token.IsAny(["plant", "factory", "site", "overall", "everything"]) || NextIsPlant(i)))
            {
                covered[i] = true;
                valued[i] = true;
                WholePlant = true;
            }
        }
    }

    // "All machines", "the line" (which?).
    private void CoverScope()
    {
        for (var i = 0; i < covered.Length; i++)
        {
            var token = Clause.Tokens[i];
            if (covered[i] || Clause.Filled[i])
                continue;

            if (Words.HasScope && token.IsAny(["all", "every", "each", "both"]) && i + 1 < covered.Length
                && Clause.Tokens[i + 1].IsAny(["machine", "machines", "line", "lines", "shift", "shifts", "the"]) && Kind(i + 1) is { } all)
            {
                covered[i] = true;
                // "Compare both lines": each of them is what the answer lists.
                AllOf = (valued[Clause.Tokens[i + 1].Is("the") ? i + 2 : i + 1] && Clause.Tokens.Any(t => PlainWords.Compare.Contains(t.Word))) || Clause.Of(all).Count() > 1 ? null : all;
                covered[i + 1] = true;
                if (Clause.Tokens[i + 1].Is("the"))
                {
                    covered[i + 2] = true;
                }
            }
            else if (Kind(i) is { } kind && Words.Has(kind) && !(Words.Reads && (Clause.IsSplit(i) || IsAskedFor(i))))
            {
                covered[i] = true;
                BareKind = kind;
            }
        }
    }

    // "Which shift": asked for, not to be named.
    private bool IsAskedFor(int at) => at > 0 && Clause.Tokens[at - 1].IsAny(["which", "what"]) && !Words.KnowsPair(Clause, at);

    private bool NextIsPlant(int at) =>
        at + 1 < covered.Length && Clause.Tokens[at + 1].IsAny(["plant", "factory", "site", "the"]);

    private SlotKind? Kind(int at)
    {
        at = Clause.Tokens[at].Is("the") && at + 1 < covered.Length ? at + 1 : at;
        return Clause.Tokens[at].Word switch { "machine" or "machines" => SlotKind.Machine, "line" or "lines" => SlotKind.Line, "shift" or "shifts" => SlotKind.Shift, _ => null };
    }
}
