using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents.Gaps;

/// <summary>Lists what the documents do not answer.</summary>
internal sealed class ListGaps(FactoryDatabase database, ReplayGaps replay)
{
    private const int Most = 15;

    public async Task<SkillResult> AnswerAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var gaps = await GapStore.OpenAsync(scope, Most, cancellationToken);
        if (gaps.Count == 0)
            return SkillResult.No(ResultStatus.NoRows, "No gap is open: every question asked so far was answered.");
        var text = $"{gaps.Count} open gap{(gaps.Count == 1 ? "" : "s")}. Most asked: “{gaps[0].Whole}” ({People(gaps[0].Askers)}).";
        return ListResult.Of(
            "What the documents do not answer", text, JsonSerializer.SerializeToElement(gaps, GapJson.Default.IReadOnlyListOpenGap),
            [
                Table.Of(
                    [TableColumn.Right(1), TableColumn.Left(8), TableColumn.Right(2), TableColumn.Left(3)],
                    ["No.", "Question", "Askers", "State"],
                    gaps.Select(g => (IReadOnlyList<CardText>)[Number(g), g.Whole, g.Askers.ToString(CultureInfo.InvariantCulture), $"{g.Status}, {g.Kind}"])),
                TextBlock.Subtle($"To close one with an answer: answer gap {gaps[0].GapId}: … To close them with a document, send it."),
            ],
            gaps.Take(2).SelectMany(g => (CardAction[])
            [
                ExecuteAction.Of($"I take: {Short(g.Question)}", "documents_gap", ("gap", Number(g)), ("action", "take")),
                ExecuteAction.Of($"Ask again: {Short(g.Question)}", "documents_gap", ("gap", Number(g)), ("action", "replay")),
            ]));
    }

    public async Task<SkillResult> DecideAsync(Asker asker, long gap, string action, CancellationToken cancellationToken)
    {
        if (action == "replay")
        {
            return await replay.RunAsync(asker.TenantId, cancellationToken, gap) switch
            {
                > 0 => new() { Status = ResultStatus.Answered, Text = "The documents answer it now. The gap is closed and whoever asked is told." },
                _ when await IsOpenAsync(asker.TenantId, gap, cancellationToken) => SkillResult.No(ResultStatus.NoRows, "The documents still do not answer it."),
                _ => DocumentsFailures.NoSuchGap(),
            };
        }

        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var taken = await GapStore.AssignAsync(scope, gap, asker.MemberId, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return taken ? new() { Status = ResultStatus.Answered, Text = $"{asker.Name} takes the gap." } : DocumentsFailures.NoSuchGap();
    }

    private async Task<bool> IsOpenAsync(Guid tenantId, long gap, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return await GapStore.IsOpenAsync(scope, gap, cancellationToken);
    }

    private static string Short(string question) => question.Length <= 24 ? question : question[..22] + "…";

    private static string Number(OpenGap gap) => gap.GapId.ToString(CultureInfo.InvariantCulture);

    private static string People(int count) => count == 1 ? "one person" : string.Create(CultureInfo.InvariantCulture, $"{count} people");
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<OpenGap>))]
internal sealed partial class GapJson : JsonSerializerContext;
