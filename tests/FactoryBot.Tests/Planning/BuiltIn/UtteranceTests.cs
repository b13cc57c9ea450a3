using System.Globalization;
using Xunit.Abstractions;

namespace FactoryBot.Tests.Planning.BuiltIn;

public class UtteranceTests(ITestOutputHelper output)
{
    private const string HeldOut = "-held-out.jsonl";

    /// <summary>Every file of the folder: a skill's sentences are judged by being there.</summary>
    public static TheoryData<string> FilesInSight => [.. Utterance.Files.Where(f => !f.EndsWith(HeldOut, StringComparison.Ordinal))];

    public static TheoryData<string> FilesHeldOut =>
        [.. Utterance.Files.Where(f => f.EndsWith(HeldOut, StringComparison.Ordinal) && !Figures.ContainsKey(f))];

    // Everything that can be asked of the plant's figures: the widest field of questions that border on each other. A few are read as a
    // neighbouring question; how many of them, and how many are right, may only become better.
    private static readonly Dictionary<string, (double Right, int Wrong)> Figures = new(StringComparer.Ordinal)
    {
        // Written before downtime could be asked for by its reason: two of the wrong ones, and one of the floor's, name a reason and are now answered for it alone.
        // Two more had to be asked back for their limit ("below ...") and are now answered with it.
        ["crew-held-out.jsonl"] = (0.79, 7),
        ["figures-held-out.jsonl"] = (0.98, 2),
        ["intake-held-out.jsonl"] = (0.95, 0),
        ["metrics-held-out.jsonl"] = (0.98, 0),
        ["plant-held-out.jsonl"] = (0.8, 4),
        // 88 % right and 6 wrong before a part of a whole, what is left out and "how are we doing" were read as they are now.
        ["floor-held-out.jsonl"] = (0.87, 7),
        ["handheld-held-out.jsonl"] = (0.93, 1),
        ["fresh-held-out.jsonl"] = (0.95, 0),
        ["manner-held-out.jsonl"] = (0.75, 2),
        // Was read 64 % right and 8 wrong at first sight.
        ["voices-held-out.jsonl"] = (0.78, 5),
        // Was read 68 % right and 4 of 60 wrong at first sight, both halves together.
        ["voices2-held-out.jsonl"] = (0.63, 3),
        // Was read 76 % right and 12 of 120 wrong at first sight, both halves together.
        ["shopfloor-held-out.jsonl"] = (0.8, 3),
        // Was read 87 % right and none of 60 wrong at first sight, both halves together.
        ["rounds-held-out.jsonl"] = (0.86, 0),
        // Was read 56 % right and 6 of 90 wrong at first sight, both halves together.
        ["trio-held-out.jsonl"] = (0.71, 0),
        // Was read 77 % right and 4 of 40 wrong at first sight, both halves together.
        ["late-held-out.jsonl"] = (0.76, 2),
    };

    public static TheoryData<string> FiguresHeldOut => [.. Figures.Keys];

    [Theory]
    [MemberData(nameof(FilesInSight))]
    public async Task Read_SentencesInSight_NineInTenAreRightAndNoneIsWrong(string file)
    {
        var (right, wrong) = await JudgeAsync(file, tell: true);

        Assert.Empty(wrong);
        Assert.True(right >= 0.9, string.Create(CultureInfo.InvariantCulture, $"{right:P1} right"));
    }

    /// <summary>Written before the rules were tuned; its single failures are not printed, so that nobody tunes to them.</summary>
    [Theory]
    [MemberData(nameof(FilesHeldOut))]
    public async Task Read_SentencesHeldOut_NoneIsWrong(string file)
    {
        var (_, wrong) = await JudgeAsync(file, tell: false);

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(FiguresHeldOut))]
    public async Task Read_FiguresHeldOut_AreReadNoWorseThanBefore(string file)
    {
        var (right, wrong) = await JudgeAsync(file, tell: false);

        Assert.True(right >= Figures[file].Right, string.Create(CultureInfo.InvariantCulture, $"{right:P1} right"));
        Assert.True(wrong.Count <= Figures[file].Wrong, string.Create(CultureInfo.InvariantCulture, $"{wrong.Count} wrong"));
    }

    private async Task<(double Right, IReadOnlyList<string> Wrong)> JudgeAsync(string file, bool tell)
    {
        var utterances = Utterance.Read(file);
        var right = 0;
        var wrong = new List<string>();
        foreach (var utterance in utterances)
        {
            var (verdict, got) = await utterance.JudgeAsync();
            right += verdict == Verdict.Right ? 1 : 0;
            if (verdict == Verdict.Wrong)
            {
                wrong.Add(tell ? $"{string.Join(" / ", utterance.After.Append(utterance.Say))} → {got}" : "one");
            }
            else if (verdict == Verdict.AskedBack && tell)
            {
                output.WriteLine($"asked back: {string.Join(" / ", utterance.After.Append(utterance.Say))} → {got}");
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{file}: {utterances.Count} sentences, {right} right ({(double)right / utterances.Count:P1}), {utterances.Count - right - wrong.Count} asked back, {wrong.Count} wrong"));
        foreach (var sentence in wrong)
        {
            output.WriteLine($"wrong: {sentence}");
        }

        return ((double)right / utterances.Count, wrong);
    }
}
