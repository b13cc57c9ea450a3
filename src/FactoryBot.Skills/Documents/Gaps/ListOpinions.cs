using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents.Gaps;

/// <summary>Lists what people thought of answers, with their reasons: those of the asker's own documents first.</summary>
internal sealed class ListOpinions(FactoryDatabase database)
{
    private const int Most = 15;

    public async Task<SkillResult> AnswerAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var all = await GapStore.OpinionsAsync(scope, asker.MemberId, Most, cancellationToken);
        if (all.Count == 0)
            return SkillResult.No(ResultStatus.NoRows, "Nobody has said yet whether an answer from the documents helped.");
        var helped = all.Count(o => o.Helped);
        var worst = all.FirstOrDefault(o => !o.Helped);
        var text = $"The last {(all.Count == 1 ? "opinion" : $"{all.Count} opinions")}: {helped} helped, {all.Count - helped} did not."
            + (worst is null ? "" : $" “{worst.Question}” was not answered{(worst.Reason is null ? "" : $": {worst.Reason}")}.");
        var table = Table.Of(
            [TableColumn.Left(2), TableColumn.Left(6), TableColumn.Left(5), TableColumn.Left(4), TableColumn.Left(3)],
            ["Helped", "Question", "Reason", "Document", "Asked"],
            all.Select(o => (IReadOnlyList<CardText>)
            [
                o.Helped ? "yes" : "no", o.Question, o.Reason ?? "", string.Join(", ", o.Documents) + (o.Own ? " (yours)" : ""),
                TimeZoneInfo.ConvertTime(o.AskedAt, asker.TimeZone).ToString("d MMM yyyy", CultureInfo.InvariantCulture),
            ]));
        return ListResult.Of("What people think of the answers", text, JsonSerializer.SerializeToElement(all, OpinionJson.Default.IReadOnlyListOpinion), [table]);
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<Opinion>))]
internal sealed partial class OpinionJson : JsonSerializerContext;
