using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics.Issues;

public sealed class GetIssuesTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    [Fact]
    public async Task Answer_AWeek_EqualsTheGeneratedIssues()
    {
        var answer = await AskAsync(new() { Period = "2026-11-02/2026-11-08" });

        var rows = Generated.Where(row => row.Day >= new DateOnly(2026, 11, 2) && row.Day <= new DateOnly(2026, 11, 8)).ToList();
        var data = answer.Data!.Value;
        Assert.Equal((ResultStatus.Answered, rows.Count), (answer.Status, data.GetProperty("count").GetInt32()));
        Assert.Equal(rows.Sum(row => (long)row.PartsAffected), data.GetProperty("partsAffected").GetInt64());
        Assert.Equal(
            [("Critical", 0), ("High", rows.Count(r => r.Severity == "High")), ("Medium", rows.Count(r => r.Severity == "Medium")), ("Low", rows.Count(r => r.Severity == "Low"))],
            data.GetProperty("severities").EnumerateArray().Select(s => (s.GetProperty("severity").GetString()!, s.GetProperty("issues").GetInt32())));
        Assert.Equal(50, data.GetProperty("issues").GetArrayLength());
        Assert.Equal(rows.Max(row => row.NoticedAt), data.GetProperty("issues")[0].GetProperty("noticedAt").GetDateTimeOffset());
        Assert.Equal(rows.Count, answer.Proof!.RowsRead);
        CardSamples.Save("quality-issues", answer.Card);
    }

    [Fact]
    public async Task Answer_ASeverity_ShowsItAloneAndKeepsItInTheFollowUps()
    {
        var answer = await AskAsync(new() { Machine = "Assembly-001", Period = "2026-11-05", Severity = "high" });

        var data = answer.Data!.Value;
        Assert.Equal(Generated.Count(row => row.MachineId == 2 && row.Day == new DateOnly(2026, 11, 5) && row.Severity == "High"), data.GetProperty("count").GetInt32());
        Assert.All(data.GetProperty("issues").EnumerateArray(), issue => Assert.Equal("High", issue.GetProperty("severity").GetString()));
        Assert.Equal("Misaligned part", data.GetProperty("issues")[0].GetProperty("type").GetString());
        Assert.Contains("severity High", answer.Proof!.Filters);
        Assert.Contains("high quality issues of Assembly-001 with ", answer.Text, StringComparison.Ordinal);
        Assert.Equal("What were the high severity quality issues of Assembly-001 on 2026-11-04?", answer.Choices[0].Say);
    }

    [Fact]
    public async Task Answer_UnknownSeverity_NamesIt() => Assert.Equal(
        "There is no severity “awful”. Known: Critical, High, Medium, Low.", (await AskAsync(new() { Severity = "awful" })).Text);

    [Fact]
    public async Task Answer_NoIssueOfTheSeverity_SaysSo()
    {
        var answer = await AskAsync(new() { Period = "2026-11-05", Severity = "Critical" });

        Assert.Equal(
            (ResultStatus.NoRows, "No critical severity quality issue of the whole plant is recorded for 5 Nov 2026."), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Answer_ForAnotherTenant_SeesNothing() => Assert.Equal(
        ResultStatus.NoData,
        (await loaded.Plant.Issues.AnswerAsync(MetricsPlant.Asker(MetricsPlant.Other), new(), CancellationToken.None)).Status);

    [Fact]
    public async Task Answer_WithAndWithoutSeverity_AreKeptApart()
    {
        var question = new PlantQuestion { Period = "2026-11-05" };

        Assert.Same(await AskAsync(question), await AskAsync(question));
        Assert.NotSame(await AskAsync(question), await AskAsync(question with { Severity = "High" }));
    }

    private static IReadOnlyList<IssueRow> Generated => GenerateDemo.Run(new(2026, 11, 20), 30, 1).Issues;

    private Task<SkillResult> AskAsync(PlantQuestion question) => loaded.Plant.Issues.AnswerAsync(MetricsPlant.Asker(), question, CancellationToken.None);
}
