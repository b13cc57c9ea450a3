using System.Text.Json;
using FactoryBot.Skills.Results;
using FactoryBot.Testing;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Turns;

public sealed class ReportTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly Dictionary<string, Guid> turns = [];

    [Fact]
    public async Task Report_AfterAnAnswer_TellsTheAdministratorsWhatWasSeen()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        await AskAsync(host, "a1", "ana", "probe_say", new { label = "OEE was 78 %" });
        await AskAsync(host, "a2", "ben", "probe_say", new { label = "Scrap was 40 %" });

        var reply = await AskAsync(host, "a3", "ben", "reports_answer", new { words = "report this, scrap cannot be 40 %" });

        Assert.Equal(ResultStatus.Answered, reply.Status);
        Assert.Equal("Thank you. ana is told: the answer to “probe_say” is reported.", reply.Text);
        await TurnsHarness.UntilAsync(() => !host.Channel.Posted.IsEmpty);
        Assert.Equal(("c-ana", null, "ben has reported my answer to “probe_say”."), host.Channel.Posted.Single());

        var list = await AskAsync(host, "a4", "ana", "reports_list", new { });
        var row = list.Data!.Value.EnumerateArray().Single();
        Assert.Equal("Scrap was 40 %", row.GetProperty("answer").GetString());
        Assert.Equal("report this, scrap cannot be 40 %", row.GetProperty("words").GetString());
    }

    [Fact]
    public async Task Report_SameAnswerAgain_IsOneReportWithTheNewWords()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        await AskAsync(host, "a1", "ana", "probe_say", new { label = "OEE was 78 %" });
        await AskAsync(host, "a2", "ana", "reports_answer", new { words = "report this" });

        var again = await AskAsync(host, "a3", "ana", "reports_answer", new { words = "report this, wrong week" });

        Assert.StartsWith("You have reported the answer to “probe_say” before.", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await AskAsync(host, "a4", "ana", "reports_list", new { })).Data!.Value.GetArrayLength());
    }

    [Fact]
    public async Task Feedback_ThatReports_TellsTheAdministratorsOfThatAnswer()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        await AskAsync(host, "a1", "ana", "probe_say", new { label = "OEE was 78 %" });
        await AskAsync(host, "a2", "ben", "probe_say", new { label = "Scrap was 40 %" });
        var rated = turns["a2"];
        await AskAsync(host, "a3", "ben", "probe_say", new { label = "Scrap was 3 %" });

        var reply = await AskAsync(host, "a4", "ben", "feedback", new { reaction = "dislike", comment = "cannot be", messageId = rated, report = "true" });

        Assert.StartsWith("Thank you. ana is told", reply.Text, StringComparison.Ordinal);
        var row = (await AskAsync(host, "a5", "ana", "reports_list", new { })).Data!.Value.EnumerateArray().Single();
        Assert.Equal(("Scrap was 40 %", "cannot be"), (row.GetProperty("answer").GetString(), row.GetProperty("words").GetString()));
    }

    [Fact]
    public async Task Feedback_ThatReportsAnAnswerOfAnotherConversation_ShowsNothingOfIt()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        await AskAsync(host, "a1", "ana", "probe_say", new { label = "OEE was 78 %" });

        var reply = await AskAsync(host, "a2", "ben", "feedback", new { reaction = "dislike", comment = "what was it?", messageId = turns["a1"], report = "true" });

        Assert.Equal(ResultStatus.NoRows, reply.Status);
        Assert.Equal(ResultStatus.NoRows, (await AskAsync(host, "a3", "ana", "reports_list", new { })).Status);
    }

    [Fact]
    public async Task Report_NothingWasAnswered_SaysSo()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());

        Assert.Equal(ResultStatus.NoRows, (await AskAsync(host, "a1", "ana", "reports_answer", new { words = "report this" })).Status);
        Assert.Equal(ResultStatus.NoRows, (await AskAsync(host, "a2", "ana", "reports_list", new { })).Status);
    }

    [Fact]
    public async Task List_MemberWhoMayNotSetRoles_IsRefused()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        await AskAsync(host, "a1", "ana", "probe_say", new { label = "first" });

        Assert.Equal(ResultStatus.NoRight, (await AskAsync(host, "a2", "ben", "reports_list", new { })).Status);
    }

    // Everybody writes in a chat of their own; who comes first owns the organisation.
    private async Task<SkillResult> AskAsync(TurnsHarness host, string activity, string who, string function, object data)
    {
        var conversation = "c-" + who;
        var receipt = await host.Intake.AcceptAsync(
            TurnsHarness.Message(activity, conversation) with
            {
                From = new(who, who),
                Press = new(function, JsonSerializer.SerializeToElement(data)),
                Reference = JsonSerializer.SerializeToElement(new { conversation }),
                Awaited = true,
            },
            CancellationToken.None);
        turns[activity] = receipt.TurnId;
        return (await host.Intake.WaitAsync(receipt, TimeSpan.FromSeconds(30), CancellationToken.None))!.Result;
    }
}
