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
}
