using FactoryBot.Skills.Documents.Answers;

namespace FactoryBot.Skills.Tests.Documents.Answers;

public sealed class AskedFactTests
{
    [Theory]
    [InlineData("what does the yearly visit cost", "The visit takes one day.", "The visit costs 900 EUR.")]
    [InlineData("how long do drafts stay", "Drafts are kept in the archive.", "Drafts are deleted after a year: 12 months.")]
    [InlineData("when is the floor cleaned", "Use the blue mop.", "The floor is cleaned on Friday.")]
    [InlineData("who unlocks a supplier", "The lock is red.", "The head of purchasing unlocks it.")]
    [InlineData("which torque do the bolts need", "Tighten the bolts crosswise.", "Tighten the bolts with 9 Nm.")]
    [InlineData("what is the phone number of the help desk", "Call the help desk.", "Call the help desk: 0800 123 456.")]
    public void IsIn_SentenceWithAndWithoutTheFact_TellsThemApart(string question, string without, string with)
    {
        var fact = AskedFact.Of(question);

        Assert.NotNull(fact);
        Assert.False(fact.IsIn(without));
        Assert.True(fact.IsIn(with));
    }

    [Theory]
    [InlineData("how do I post scrap?")]
    [InlineData("why is the price red")]
    [InlineData("can I book it later")]
    public void Of_WhatNoSingleWordAnswers_IsNone(string question) => Assert.Null(AskedFact.Of(question));
}
