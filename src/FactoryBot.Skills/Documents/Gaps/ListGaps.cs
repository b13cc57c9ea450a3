using System.Globalization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents.Gaps;

/// <summary>Lists what the documents do not answer.</summary>
internal sealed class ListGaps(FactoryDatabase database)
{
    private const int Most = 15;

    public async Task<SkillResult> AnswerAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var gaps = await GapStore.OpenAsync(scope, Most, cancellationToken);
        if (gaps.Count == 0)
            return SkillResult.No(ResultStatus.NoRows, "No gap is open: every question asked so far was answered.");
        var text = $"{gaps.Count} open gap{(gaps.Count == 1 ? "" : "s")}. Most asked: “{gaps[0].Question}” ({People(gaps[0].Askers)}).";
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Card = new()
            {
                Body =
                [
                    TextBlock.Heading("What the documents do not answer"),
                    Table.Of(
                        [TableColumn.Left(8), TableColumn.Right(2), TableColumn.Left(3)],
                        ["Question", "Askers", "State"],
                        gaps.Select(g => (IReadOnlyList<CardText>)[g.Question, g.Askers.ToString(CultureInfo.InvariantCulture), $"{g.Status}, {g.Kind}"])),
                ],
                FallbackText = text,
                Lang = "en",
            },
        };
    }

    private static string People(int count) => count == 1 ? "one person" : string.Create(CultureInfo.InvariantCulture, $"{count} people");
}
