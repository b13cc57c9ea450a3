using FactoryBot.Skills.Documents.Answers;

namespace FactoryBot.Skills.Tests.Documents.Answers;

public sealed class QuestionFormTests
{
    [Theory]
    [InlineData("hw do i reopen a closed work ordr")]
    [InlineData("how to cancel a receipt")]
    [InlineData("do i need a permit for welding")]
    public void AsksHow_InHurriedSpelling_IsSeen(string sentence) => Assert.True(QuestionForm.AsksHow(sentence));

    [Theory]
    [InlineData("oee of line 3")]
    [InlineData("how do i")]
    public void AsksHow_AFigureOrNothingAskedFor_IsNot(string sentence) => Assert.False(QuestionForm.AsksHow(sentence));

    [Theory]
    [InlineData("how often did that happen this month", true)]
    [InlineData("and how much was scrapped", true)]
    [InlineData("how many approvers can I set up", false)]
    [InlineData("how do I see what was posted last month", false)]
    public void AsksFigure_OfWhatHasHappened_IsNoneOfADocument(string sentence, bool figure) => Assert.Equal(figure, QuestionForm.AsksFigure(sentence));

    [Theory]
    [InlineData("and how can I take a booking back", true)]
    [InlineData("hello, what do I do when the label printer jams", true)]
    [InlineData("steps to close a job", true)]
    [InlineData("how do machines compare", false)]
    [InlineData("how did line 2 do yesterday", false)]
    [InlineData("how do i", false)]
    public void AsksForSteps_WhatSomebodyHasToDo_IsSeen(string sentence, bool steps) => Assert.Equal(steps, QuestionForm.AsksForSteps(sentence));
}
