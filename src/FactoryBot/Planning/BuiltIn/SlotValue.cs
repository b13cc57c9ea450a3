using FactoryBot.Skills.Functions;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>One of the values that a slot can take, under one of its names.</summary>
internal sealed record SlotValue(Slot Slot, string Value, string[] Words)
{
    /// <summary>The mark of its first word.</summary>
    public Mark First { get; } = Words is [var first, ..] ? Mark.Of(first) : Mark.Of("");

    public bool At(string[] stems, int at)
    {
        if (at + Words.Length > stems.Length)
        {
            return false;
        }

        for (var i = 0; i < Words.Length; i++)
        {
            if (stems[at + i] != Words[i])
            {
                return false;
            }
        }

        return Words.Length > 0;
    }
}
