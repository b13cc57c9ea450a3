using System.Text.Json;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Tests.Channels.WebChat;

public sealed class PageNoticeTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task ANotice_ToSomebodyOnThePage_ComesIntoTheOpenStreamAndTheNextTakesItsPlace()
    {
        await using var host = await WebChatHost.StartAsync(await postgres.NewConnectionStringAsync());
        var talk = await host.OpenAsync();
        await talk.UntilAsync(1);
        await using var stream = await TalkStream.ConnectAsync(talk.StreamUrl);
        await stream.UntilAsync(a => a.Role() == "bot");

        await PostAsync(host, "Approve Q-7?");
        var first = await stream.UntilAsync(a => a.Text().Contains("Q-7", StringComparison.Ordinal));
        await PostAsync(host, "Q-7 was approved.");
        var second = await stream.UntilAsync(a => a.Text().Contains("approved", StringComparison.Ordinal));

        Assert.Equal("Approve Q-7?", first.Text());
        Assert.False(first.TryGetProperty("replyToId", out _));
        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        Assert.Single(await talk.ActivitiesAsync(), a => a.Text().Contains('7'));
    }

    [Fact]
    public async Task ANotice_WhileThePageIsClosed_IsThereWhenItOpensAgain()
    {
        await using var host = await WebChatHost.StartAsync(await postgres.NewConnectionStringAsync());
        var talk = await host.OpenAsync();
        await talk.UntilAsync(1);

        await PostAsync(host, "Approve Q-7?");

        Assert.Contains("Q", (await talk.UntilAsync(2))[1].Text(), StringComparison.Ordinal);
        await using var stream = await TalkStream.ConnectAsync(talk.StreamUrl);
        Assert.Equal(2, (await stream.NextAsync()).Count);
    }

    [Fact]
    public async Task AThumbDown_AsksWhyAndWhetherToReport()
    {
        await using var host = await WebChatHost.StartAsync(await postgres.NewConnectionStringAsync());
        var talk = await host.OpenAsync("owner");
        await talk.UntilAsync(1);
        await talk.SayAsync("which modules are switched on?");
        var answer = (await talk.UntilAsync(3))[2];
        var thumb = answer.GetProperty("entities")[0].GetProperty("potentialAction").EnumerateArray().Single(a => a.GetProperty("@type").GetString() == "DislikeAction");

        await (await talk.PostAsync(new { type = "event", name = "webchat:activity-status/feedback", entities = new[] { thumb } })).JsonAsync(200);
        var form = (await talk.UntilAsync(4))[3].GetProperty("attachments")[0].GetProperty("content");
        Assert.Equal(["comment", "report"], form.GetProperty("body").EnumerateArray().Where(e => e.TryGetProperty("id", out _)).Select(e => e.GetProperty("id").GetString()));
        var data = form.GetProperty("actions")[0].GetProperty("data").EnumerateObject().ToDictionary(d => d.Name, d => d.Value.GetString());
        (data["comment"], data["report"]) = ("one is missing", "true");
        await (await talk.PostAsync(new { type = "message", value = data })).JsonAsync(200);

        var all = await talk.UntilAsync(6);
        Assert.Contains(all, a => a.Text().Contains("is reported", StringComparison.Ordinal));
        Assert.Contains(all, a => a.Text().Contains("has reported my answer", StringComparison.Ordinal));
    }

    private static async Task PostAsync(WebChatHost host, string words)
    {
        var tenant = TenantDirectory.DemoTenant;
        var met = await host.Services.GetRequiredService<TenantDirectory>().ResolveAsync("webchat", "demo", "cast:manager", null, CancellationToken.None);
        await using var scope = await host.Services.GetRequiredService<FactoryDatabase>().OpenAsync(tenant, CancellationToken.None);
        await host.Services.GetRequiredService<NoticeBoard>().PostAsync(
            scope, Notice.To(met.Member.Id, "approval:7", new() { Status = ResultStatus.Answered, Text = words }), CancellationToken.None);
        await scope.CommitAsync(CancellationToken.None);
    }
}
