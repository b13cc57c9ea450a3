namespace FactoryBot.Planning.BuiltIn;

/// <summary>"What is OEE", "what is first pass yield" may ask what the words mean; "what is the OEE" asks for the figure.</summary>
internal static class WhatIs
{
    public static bool Asks(Clause clause) => clause.Tokens is [{ Word: "what" or "whats" }, ..] && !clause.Filled.Contains(true)
        && clause.Skeleton.StartsWith("what is ", StringComparison.Ordinal) && !clause.Tokens.Any(t => t.IsAny(["the", "our", "my", "me", "us", "was", "were"]));

    /// <summary>Whether no more is said than the name of the function's figure.</summary>
    public static bool MayAskMeaning(FunctionMatch match, Clause clause) => match.Evidence > 0 && Asks(clause) && clause.Tokens.Length <= 2 + match.Evidence;
}
