using Xunit.Abstractions;

namespace FactoryBot.Tests.Planning.BuiltIn;

/// <summary>A sentence that is read right, with words added that change what is asked: the same calls would leave the added words out in silence.</summary>
public sealed class AddedWordsTests(ITestOutputHelper output)
{
    private static readonly string[] Corpora = ["figures.jsonl", "floor.jsonl", "fresh.jsonl", "crew.jsonl", "handheld.jsonl", "shopfloor.jsonl", "trio.jsonl"];

    [Theory]
    [InlineData("on press 7")]
    [InlineData("on the furnace")]
    [InlineData("not counting changeovers")]
    [InlineData("but not on Mondays")]
    [InlineData("above 37 %")]
    [InlineData("longer than 37 minutes")]
    [InlineData("in euros")]
    [InlineData("per operator")]
    [InlineData("by supplier")]
    [InlineData("for customer Miller")]
    [InlineData("if we had no breakdowns")]
    [InlineData("between 8 and 10 am")]
    [InlineData("caused by the forklift")]
    [InlineData("and the energy used")]
    [InlineData("in the first hour of the shift")]
    [InlineData("since the repair")]
    public async Task Read_ARightSentenceWithWordsAdded_DoesNotLeaveThemOut(string words)
    {
        var same = await TriedAsync(words, (asked, utterance) => utterance.Calls!.SequenceEqual(asked.Calls));

        Assert.Empty(same);
    }

    /// <summary>What is left out is asked back, or only what is left is answered; never is it answered for what was to be left out.</summary>
    [Theory]
    [InlineData("without Packaging-001", "Packaging-001")]
    [InlineData("except the night shift", "shift=Night")]
    [InlineData("excluding Line 2", "Line 2")]
    [InlineData("other than pump housings", "Pump housing")]
    [InlineData("apart from CNC-001", "CNC-001")]
    [InlineData("ohne Montage", "Assembly-001")]
    [InlineData("außer Linie 1", "Line 1")]
    public async Task Read_ARightSentenceThatLeavesSomethingOut_IsNotAnsweredForIt(string words, string leftOut)
    {
        var answered = await TriedAsync(words, (asked, _) => asked.Calls.Any(call => call.Contains(leftOut, StringComparison.Ordinal)));

        Assert.Empty(answered);
    }

    private async Task<List<string>> TriedAsync(string words, Func<Asked, Utterance, bool> isWrong)
    {
        var wrong = new List<string>();
        var tried = 0;
        foreach (var utterance in Corpora.SelectMany(Utterance.Read).Where(u => u is { After.Length: 0, Calls: [_, ..], Off: null }))
        {
            if (!Array.TrueForAll(utterance.Calls!, call => call.StartsWith("metrics_", StringComparison.Ordinal)) || (await utterance.JudgeAsync()).Verdict != Verdict.Right)
                continue;
            tried++;
            var said = $"{utterance.Say.TrimEnd('?', '.', '!', ' ')} {words}";
            var asked = await new Asked(utterance.As).SayAsync(said);
            if (isWrong(asked, utterance))
                wrong.Add($"{said} → {string.Join(" | ", asked.Calls)}");
        }

        output.WriteLine($"{words}: {wrong.Count} of {tried}");
        wrong.ForEach(output.WriteLine);
        Assert.True(tried > 300);
        return wrong;
    }
}
