using System.Text.Json;
using Dapper;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Tests.Channels.Slack;

public sealed class SlackProactiveTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly object Hello = new { type = "message", channel_type = "im", channel = "D1", user = "U1", text = "hello", ts = "1790000000.000100" };

    [Fact]
    public async Task ANotice_ToAPerson_ComesIntoTheDirectMessageAndIsChangedInPlace()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());
        await host.EventAsync(Hello);
        await host.UntilAsync("chat.postMessage");
        var (tenantId, member) = await MemberAsync(host);

        await PostAsync(host, tenantId, Notice.To(member, "approval:7", Asked("Approve Q-7?")));
        var asked = (await host.UntilAsync("chat.postMessage", 2))[1];
        Assert.Equal("U1", asked.Body.GetProperty("channel").GetString());
        Assert.False(asked.Body.TryGetProperty("thread_ts", out _));
        Assert.Contains("quotes_decide", asked.Text, StringComparison.Ordinal);

        await PostAsync(host, tenantId, Notice.To(member, "approval:7", new() { Status = ResultStatus.Answered, Text = "Q-7 was approved." }));
        var changed = (await host.UntilAsync("chat.update"))[0];

        Assert.Equal(("D1", "1790000000.000200"), (changed.Body.GetProperty("channel").GetString(), changed.Body.GetProperty("ts").GetString()));
        Assert.Contains("Q-7 was approved.", changed.Text, StringComparison.Ordinal);
        Assert.Equal(2, host.Slack.Of("chat.postMessage").Count());
    }

    [Fact]
    public async Task ANotice_IntoAChannel_ComesIntoItsThread()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());
        await host.EventAsync(new { type = "app_mention", channel = "C1", user = "U1", text = "<@UBOT> hello", ts = "1790000000.000100" });
        await host.UntilAsync("chat.postMessage");
        var (tenantId, _) = await MemberAsync(host);
        await using var scope = await host.Services.GetRequiredService<FactoryDatabase>().OpenAsync(tenantId, CancellationToken.None);
        var conversation = await scope.Connection.QuerySingleAsync<string>("select conversation_id from turns.turn");

        await PostAsync(host, tenantId, Notice.Into(conversation, "digest", Asked("The digest of today")));
        var posted = (await host.UntilAsync("chat.postMessage", 2))[1];

        Assert.Equal(("C1", "1790000000.000100"), (posted.Body.GetProperty("channel").GetString(), posted.Body.GetProperty("thread_ts").GetString()));
    }

    [Fact]
    public async Task ANotice_OnTopOfAChannel_IsAPostOfItsOwnAndOnlyThePresserIsToldOfAPressThatDoesNothing()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());
        await host.EventAsync(new { type = "app_mention", channel = "C1", user = "U1", text = "<@UBOT> hello", ts = "1790000000.000100" });
        await host.UntilAsync("chat.postMessage");
        var (tenantId, _) = await MemberAsync(host);
        await using var scope = await host.Services.GetRequiredService<FactoryDatabase>().OpenAsync(tenantId, CancellationToken.None);
        var conversation = await scope.Connection.QuerySingleAsync<string>("select conversation_id from turns.turn");

        await PostAsync(host, tenantId, Notice.Into(conversation, "approval:7", Asked("Approve Q-7?")) with { OnTop = true });
        var posted = (await host.UntilAsync("chat.postMessage", 2))[1];
        Assert.Equal("C1", posted.Body.GetProperty("channel").GetString());
        Assert.False(posted.Body.TryGetProperty("thread_ts", out _));
        var press = posted.Body.GetProperty("blocks").EnumerateArray().Single(b => b.GetProperty("type").GetString() == "actions").GetProperty("elements")[0];
        await host.InteractAsync(new
        {
            type = "block_actions", user = new { id = "U2", team_id = "T1" }, team = new { id = "T1" }, channel = new { id = "C1" }, trigger_id = "1.2.3",
            message = new { ts = "1790000000.000300" }, container = new { type = "message", message_ts = "1790000000.000300", channel_id = "C1" },
            actions = new[] { new { type = "button", action_id = press.GetProperty("action_id").GetString(), value = press.GetProperty("value").GetString(), action_ts = "1790000001.5" } },
        });

        var told = (await host.UntilAsync("chat.postEphemeral"))[0];
        Assert.Equal(("C1", "U2"), (told.Body.GetProperty("channel").GetString(), told.Body.GetProperty("user").GetString()));
        Assert.Empty(host.Slack.Of("chat.update"));
    }

    [Fact]
    public async Task AThumbDown_ThatReports_TellsTheAdministrators()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());
        await host.EventAsync(new { type = "message", channel_type = "im", channel = "D1", user = "U1", text = "which modules are switched on?", ts = "1790000000.000100" });
        var answer = (await host.UntilAsync("chat.postMessage"))[0].Text;
        var turn = answer[(answer.IndexOf("dislike:", StringComparison.Ordinal) + 8)..][..32];

        await host.InteractAsync(new
        {
            type = "block_actions", user = new { id = "U1", team_id = "T1" }, team = new { id = "T1" }, channel = new { id = "D1" }, trigger_id = "1.2.3",
            message = new { ts = "1790000000.000200" }, container = new { type = "message", message_ts = "1790000000.000200", channel_id = "D1" },
            actions = new[] { new { type = "feedback_buttons", action_id = "feedback", value = "dislike:" + turn, action_ts = "1790000001.5" } },
        });
        var form = (await host.UntilAsync("views.open"))[0].Body.GetProperty("view");
        Assert.Contains(form.GetProperty("blocks").EnumerateArray(), b => b.GetProperty("element").GetProperty("type").GetString() == "checkboxes");
        await host.InteractAsync(new
        {
            type = "view_submission", user = new { id = "U1" }, team = new { id = "T1" },
            view = new
            {
                id = "V1", hash = "h", callback_id = "form", private_metadata = form.GetProperty("private_metadata").GetString(),
                state = new
                {
                    values = new
                    {
                        comment = new { value = (object)new { type = "plain_text_input", value = "one is missing" } },
                        report = new { value = (object)new { type = "checkboxes", selected_options = new[] { new { value = "true" } } } },
                    },
                },
            },
        });

        var told = (await host.UntilAsync("chat.postMessage", 2))[1].Text;
        Assert.Contains("has reported my answer", told, StringComparison.Ordinal);
        Assert.Contains("one is missing", told, StringComparison.Ordinal);
    }

    private static async Task<(Guid TenantId, Guid MemberId)> MemberAsync(SlackHost host)
    {
        var tenantId = (await host.Services.GetRequiredService<TenantDirectory>().FindTenantAsync("slack:T1", CancellationToken.None))!.Value;
        var met = await host.Services.GetRequiredService<TenantDirectory>().ResolveAsync("slack", "T1", "U1", null, CancellationToken.None);
        return (tenantId, met.Member.Id);
    }

    private static async Task PostAsync(SlackHost host, Guid tenantId, Notice notice)
    {
        await using var scope = await host.Services.GetRequiredService<FactoryDatabase>().OpenAsync(tenantId, CancellationToken.None);
        await host.Services.GetRequiredService<NoticeBoard>().PostAsync(scope, notice, CancellationToken.None);
        await scope.CommitAsync(CancellationToken.None);
    }

    private static SkillResult Asked(string words) => new()
    {
        Status = ResultStatus.Answered,
        Text = words,
        Card = new()
        {
            Body = [TextBlock.Heading(words)],
            Actions = [ExecuteAction.Of("Approve", "quotes_decide", ("id", "7"))],
            FallbackText = words,
        },
    };
}
