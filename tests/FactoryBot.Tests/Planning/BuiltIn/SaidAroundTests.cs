using Xunit.Abstractions;

namespace FactoryBot.Tests.Planning.BuiltIn;

/// <summary>A sentence that is read right, with what people say around it: the same calls, or asked back, never others.</summary>
public sealed class SaidAroundTests(ITestOutputHelper output)
{
    private const int Every = 7;
    private const double Enough = 0.9;
    private static readonly string[] Corpora = ["figures.jsonl", "floor.jsonl", "fresh.jsonl", "crew.jsonl", "handheld.jsonl", "shopfloor.jsonl", "trio.jsonl"];

    [Theory]
    [InlineData("Hiya, sorry to be a pain,", "")]
    [InlineData("the plant manager is asking:", "")]
    [InlineData("my boss wants to know:", "")]
    [InlineData("ok brilliant,", "")]
    [InlineData("hope you're having a good day! quick one:", "")]
    [InlineData("not sure who to ask -", "")]
    [InlineData("before I go into the meeting:", "")]
    [InlineData("um so yeah,", "")]
    [InlineData("Purchasing is moaning again.", "")]
    [InlineData("bonjour,", "")]
    [InlineData("wtf,", "")]
    [InlineData("I can't believe this mess.", "")]
    [InlineData("thanks for that mate,", "")]
    [InlineData("just out of curiosity,", "")]
    [InlineData("for my slide deck:", "")]
    [InlineData("if you don't mind me asking,", "")]
    [InlineData("bear with me, I'm new to this.", "")]
    [InlineData("", ", for the board")]
    [InlineData("", " lol")]
    [InlineData("", ", cheers mate")]
    [InlineData("", "? the auditors are here")]
    [InlineData("", ", my boss is pestering me again")]
    [InlineData("", " for the steering committee")]
    [InlineData("", "? I have no clue")]
    [InlineData("", ", if that's ok")]
    [InlineData("", ", ta very much")]
    [InlineData("", " before the 9 o'clock")]
    [InlineData("", "? I'm curious")]
    [InlineData("", " as far as you know")]
    [InlineData("", ", s'il te plaît")]
    [InlineData("", ". Kind regards, Anna")]
    [InlineData("", " 🙏🙏")]
    [InlineData("", ", no rush though")]
    public async Task Read_ARightSentenceWithChatAround_IsReadTheSame(string before, string after)
    {
        var (same, others, asked) = await TriedAsync(before, after);

        output.WriteLine($"{before} ... {after}: {same.Count} the same, {others.Count} other, {asked.Count} asked back");
        others.ForEach(output.WriteLine);
        asked.ForEach(output.WriteLine);
        Assert.Empty(others);
        Assert.True(same.Count >= Enough * (same.Count + asked.Count), $"{same.Count} of {same.Count + asked.Count}");
    }

    /// <summary>It is said as people say other things around a question, and changes what is asked.</summary>
    [Theory]
    [InlineData("", ", I mean the furnace")]
    [InlineData("", ", it should be the furnace")]
    [InlineData("", ", but my boss only wants the furnace")]
    [InlineData("", ", we only look at the furnace")]
    [InlineData("", " for the customer in Spain")]
    [InlineData("for the furnace:", "")]
    [InlineData("the boss wants it without setups:", "")]
    [InlineData("", ", I don't want the changeovers")]
    [InlineData("", ", I need it for press 7")]
    [InlineData("", ", they should be longer than 37 minutes")]
    [InlineData("", ", ignore the trial parts")]
    [InlineData("", ", the ones that Miller ordered")]
    public async Task Read_ARightSentenceWithWhatChangesIt_IsNotReadTheSame(string before, string after)
    {
        var (same, _, _) = await TriedAsync(before, after);

        same.ForEach(output.WriteLine);
        Assert.Empty(same);
    }

    private static async Task<(List<string> Same, List<string> Others, List<string> Asked)> TriedAsync(string before, string after)
    {
        var (same, others, asked) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var utterance in Corpora.SelectMany(Utterance.Read).Where(u => u is { After.Length: 0, Calls: [_, ..], Off: null }).Where((_, i) => i % Every == 0))
        {
            if (!Array.TrueForAll(utterance.Calls!, call => call.StartsWith("metrics_", StringComparison.Ordinal)) || (await utterance.JudgeAsync()).Verdict != Verdict.Right)
                continue;
            var said = $"{before} {utterance.Say.TrimEnd('?', '.', '!', ' ')}{after}".Trim();
            var calls = (await new Asked(utterance.As).SayAsync(said)).Calls;
            var expected = (await new Asked(utterance.As).SayAsync(utterance.Say)).Calls;
            if (calls.SequenceEqual(expected))
                same.Add($"{said} → {string.Join(" | ", calls)}");
            else if (calls.Count > 0)
                others.Add($"{said} → {string.Join(" | ", calls)}");
            else
                asked.Add($"asked back: {said}");
        }

        Assert.True(same.Count + others.Count + asked.Count > 40);
        return (same, others, asked);
    }
}
