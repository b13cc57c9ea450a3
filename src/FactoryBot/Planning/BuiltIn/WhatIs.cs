namespace FactoryBot.Planning.BuiltIn;

/// <summary>"What is OEE", "what is first pass yield" may ask what the words mean; "what is the OEE" asks for the figure.</summary>
internal static class WhatIs
{
    private static readonly string[] Articles = ["a", "an"];

    public static bool Asks(Clause clause) => clause.Tokens is [{ Word: "what" or "whats" }, ..] && !clause.Filled.Contains(true)
        && clause.Skeleton.StartsWith("what is ", StringComparison.Ordinal) && !clause.Tokens.Any(t => t.IsAny(["the", "our", "my", "me", "us", "was", "were"]));

    /// <summary>"What is a micro stop": nobody asks so for a figure.</summary>
    public static bool AsksOfOne(Clause clause) => Asks(clause) && clause.Tokens.Any(t => t.IsAny(Articles));

    /// <summary>Whether no more is said than the name of the function's figure.</summary>
    public static bool MayAskMeaning(FunctionMatch match, Clause clause) => match.Evidence > 0 && Asks(clause) && clause.Tokens.Count(t => !t.IsAny(Articles)) <= 2 + match.Evidence;
}
