using System.Runtime.CompilerServices;
using FactoryBot.Planning.BuiltIn.Learned;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Tests.Planning.BuiltIn.Learned;

public class IntentsTests
{
    private static readonly (string Function, string Sentence)[] Written =
    [
        .. Several("a_output", "how many did {line} make {period}", "pieces made on {line}", "what has {line} put out {period}", "how many pieces {period}", "count of pieces made"),
        .. Several("a_stops", "how long did {line} stand {period}", "when was {line} not running", "time lost on {line} {period}", "how long was it standing", "standing time {period}"),
        .. Several(SentenceCorpus.None, "what does a piece cost", "cost of {line} {period}", "price of the pieces", "who is at {line}", "costs {period}"),
    ];

    private static readonly (string, bool, bool)[] Known = [("a_output", true, false), ("a_stops", true, false)];

    [Theory]
    [InlineData("pieces made {period}", "a_output")]
    [InlineData("how long was {line} standing {period}", "a_stops")]
    [InlineData("cost of the pieces", "none")]
    public void Of_LikeASentence_IsItsFunction(string sentence, string function) =>
        Assert.Equal(function, new Intents(Written, Known).Of(Shape.OfWritten(sentence)).Function);

    [Fact]
    public void Of_LearnedTwice_IsTheSame()
    {
        var shape = Shape.OfWritten("how many pieces were standing {period}");

        var (first, second) = (new Intents(Written, Known).Of(shape), new Intents(Written, Known).Of(shape));

        Assert.Equal((first.Function, first.Likely), (second.Function, second.Likely));
    }

    // Who is offered what comes in another order for each role.
    [Fact]
    public void Learn_FunctionsInAnotherOrder_MeansTheSame()
    {
        var functions = typeof(ISkill).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ISkill)))
            .SelectMany(t => SkillFunction.Of((ISkill)RuntimeHelpers.GetUninitializedObject(t))).ToList();
        var (one, other) = (Intents.Learn(functions), Intents.Learn(functions.AsEnumerable().Reverse()));

        foreach (var said in new[] { "how many did the packer lose yesterday", "who may sign off the quote", "is it getting better" })
        {
            var (first, second) = (one.Of(Shape.OfWritten(said)), other.Of(Shape.OfWritten(said)));
            Assert.Equal((first.Function, first.Likely), (second.Function, second.Likely));
        }
    }

    [Fact]
    public void Of_FunctionThatNobodyWroteFor_IsLearnedFromWhatThereIs() =>
        Assert.Equal("a_output", new Intents(Written, [.. Known, ("b_new", true, false)]).Of(Shape.OfWritten("pieces made {period}")).Function);

    [Theory]
    [InlineData("standing", true)]
    [InlineData("stood", false)]
    [InlineData("green", false)]
    [InlineData("#", false)]
    [InlineData("cost", false)]
    public void Accounts_Word_OnlyWhereItWasWrittenForTheFunction(string word, bool accounted) =>
        Assert.Equal(accounted, new Intents(Written, Known).Accounts("a_stops", null, word, null));

    [Fact]
    public void Accounts_LeavingOut_OnlyBesideWhatItWasWrittenBeside()
    {
        var intents = new Intents(Written, Known);

        Assert.True(intents.Accounts("a_stops", Shape.Of(SlotKind.Line), "not", "running"));
        Assert.False(intents.Accounts("a_stops", "on", "not", "changeover"));
    }

    [Fact]
    public void Of_Corpus_HoldsNamesAndTimesAsTheirKinds()
    {
        var today = new DateOnly(2026, 11, 21);
        var written = SentenceCorpus.Of(typeof(ISkill).Assembly).ToList();

        Assert.NotEmpty(written);
        Assert.DoesNotContain(written, w => w.Sentence.Contains("CNC-001", StringComparison.Ordinal) || w.Sentence.Contains("Line 1", StringComparison.Ordinal));
        Assert.True(written.Count(w => PeriodReader.Find(Sentence.Of(w.Sentence), null, today).Count > 0) < written.Count / 50);
    }

    // What few sentences have is not weighed: each is written as several people would.
    private static IEnumerable<(string, string)> Several(string function, params string[] sentences) =>
        Enumerable.Repeat(sentences, 3).SelectMany(s => s).Select(s => (function, s));
}
