using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents.Gaps;

/// <summary>Reads "assign gap 1 to me" and "close gap 2". A gap is closed only by what answers its question, so closing asks it again.</summary>
internal sealed partial class DecideGap(ListGaps gaps)
{
    private static readonly string[] Myself = ["me", "myself"];

    public static bool Reads(string message) => Form().IsMatch(message);

    public async Task<SkillResult> WithWordsAsync(Asker asker, string message, CancellationToken cancellationToken)
    {
        if (Form().Match(message) is not { Success: true } match || !long.TryParse(match.Groups["gap"].Value, CultureInfo.InvariantCulture, out var gap))
            return SkillResult.No(ResultStatus.Clarify, "Say it as: assign gap 3 to me, or: close gap 3.");
        if (match.Groups["to"] is { Success: true } to && !Myself.Contains(to.Value, StringComparer.OrdinalIgnoreCase))
        {
            return SkillResult.No(
                ResultStatus.Clarify, string.Create(CultureInfo.InvariantCulture, $"Whoever takes a gap says so: “assign gap {gap} to me”."));
        }

        if (!match.Groups["close"].Success)
            return await gaps.DecideAsync(asker, gap, "take", cancellationToken);
        var closed = await gaps.DecideAsync(asker, gap, "replay", cancellationToken);
        return closed.Status == ResultStatus.Answered || closed.Text == DocumentsFailures.NoSuchGap().Text ? closed : closed with
        {
            Text = string.Create(CultureInfo.InvariantCulture, $"{closed.Text} To close it, send a document that answers it, or write: answer gap {gap}: (the answer)."),
        };
    }

    [GeneratedRegex(@"^\W*(?:(?:i|i'll|i will|please|pls)\s+)?(?:(?<close>close|ask)|assign|take)\s+(?:the\s+)?gap\s+(?:no\.?\s+|number\s+)?(?<gap>\d{1,18})(?:\s+to\s+(?<to>[^.!?]+?))?\s*(?:again|please|now)?\s*[.!?]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
