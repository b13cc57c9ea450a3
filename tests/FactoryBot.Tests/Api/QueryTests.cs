using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;

namespace FactoryBot.Tests.Api;

/// <summary>Questions of a database over REST, waited for and not.</summary>
public sealed class QueryTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task PostQuery_Waiting_AnswersWithRowsThatCanBeReadAgain()
    {
        await using var host = await StartAsync(Role.Viewer);

        var answer = await (await host.Client.PostAsJsonAsync("/api/v1/queries", new { question = "revenue per category", source = "sample" })).JsonAsync();

        var data = answer.GetProperty("data");
        Assert.Equal(4, data.GetProperty("row_count").GetInt32());
        var again = await (await host.Client.GetAsync("/api/v1/queries/" + data.GetProperty("query_id").GetString())).JsonAsync();
        Assert.Equal(data.GetProperty("rows").ToString(), again.GetProperty("answer").GetProperty("rows").ToString());
    }

    [Fact]
    public async Task PostQuery_NotWaiting_IsAcceptedAndAskedAfter()
    {
        await using var host = await StartAsync(Role.Viewer);

        var accepted = await host.Client.PostAsJsonAsync("/api/v1/queries", new { question = "how many orders are there", source = "sample", wait = false });

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var id = (await accepted.JsonAsync()).GetProperty("id").GetString();
        HttpResponseMessage answer;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            answer = await host.Client.GetAsync("/api/v1/queries/" + id);
        }
        while (answer.StatusCode == HttpStatusCode.Accepted);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal(26, (await answer.JsonAsync()).GetProperty("data").GetProperty("rows")[0][0].GetInt32());
    }

    [Fact]
    public async Task DeleteQuery_Running_IsCancelledAndGone()
    {
        await using var host = await StartAsync(Role.Owner);
        var accepted = await host.Client.PostAsJsonAsync(
            "/api/v1/queries", new { sql = "select count(*) from generate_series(1, 100000) a, generate_series(1, 10000) b", source = "sample", wait = false });
        var id = (await accepted.JsonAsync()).GetProperty("id").GetString();

        var cancelled = await host.Client.DeleteAsync("/api/v1/queries/" + id);

        Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        Assert.NotEqual("", await (await host.Client.GetAsync("/api/v1/queries/" + id)).RefusedAsync(404, "no-such-query"));
    }

    [Fact]
    public async Task PostQuery_Wrong_IsRefusedInItsOwnWords()
    {
        await using var host = await StartAsync(Role.Viewer);

        Assert.NotEqual("", await (await host.Client.PostAsJsonAsync("/api/v1/queries", new { source = "sample" })).RefusedAsync(400, "question-or-sql"));
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Client.PostAsJsonAsync("/api/v1/queries", new { sql = "select 1", source = "sample" })).StatusCode);
        Assert.NotEqual("", await (await host.Client.GetAsync("/api/v1/queries/" + Guid.NewGuid())).RefusedAsync(404, "no-such-query"));
    }

    private async Task<ApiHost> StartAsync(Role role)
    {
        var host = await ApiHost.StartAsync(("ConnectionStrings:FactoryBot", await postgres.NewConnectionStringAsync()), ("Api:DangerouslyAllowLoopbackWithoutKey", "false"));
        await host.UseKeyAsync(role);
        return host;
    }
}
