using System.Globalization;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Documents.Ready;

internal static class ReadyResult
{
    /// <summary>The answer with who keeps it: it is no quote of a document, and says so.</summary>
    public static SkillResult Of(ReadyAnswer answer, TimeZoneInfo zone) => new()
    {
        Status = ResultStatus.Answered,
        Text = answer.Text + " [1]",
        Sources =
        [
            new(1, $"Answer kept by {answer.Owner}, {TimeZoneInfo.ConvertTime(answer.ChangedAt, zone).ToString("d MMM yyyy", CultureInfo.InvariantCulture)}", null,
                answer.Text.Length <= 160 ? answer.Text : answer.Text[..157] + "...") { Passage = answer.Text },
        ],
    };
}
