using System.Text.Json;
using Dapper;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Turns;

public sealed class FeedbackStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Press_Feedback_IsKeptOnceWithWhoAndWhat()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());

        var reply = await PressAsync(host, new { reaction = "dislike", comment = " wrong week ", messageId = "m-1" });
        await PressAsync(host, new { reaction = "dislike", comment = "again", messageId = "m-1" });

        Assert.Equal(ResultStatus.Answered, reply.Result.Status);
        var rows = await RowsAsync(host);
        var (turnId, memberId, name, reaction, comment, messageId) = Assert.Single(rows);
        Assert.Equal((reply.TurnId, "Ana", "dislike", "wrong week", "m-1"), (turnId, name, reaction, comment, messageId));
        Assert.NotEqual(Guid.Empty, memberId);
    }

    [Fact]
    public async Task Press_Feedback_IsNoPartOfTheConversation()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());

        await PressAsync(host, new { reaction = "like" });

        await using var scope = await host.Database.OpenAsync(TenantDirectory.DemoTenant, default);
        Assert.Equal(0, await scope.Connection.ExecuteScalarAsync<int>("select count(*) from turns.turn where question is not null"));
    }

    [Fact]
    public async Task Press_FeedbackOfAnyShape_IsRefusedOrCut()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());

        Assert.Equal(ResultStatus.NotUnderstood, (await PressAsync(host, new { reaction = 5, comment = "  " }, "a")).Result.Status);
        Assert.Equal(ResultStatus.NotUnderstood, (await PressAsync(host, "like", "b")).Result.Status);
        await PressAsync(host, new { comment = new string('x', 100_000) }, "c");

        Assert.Equal(4_001, Assert.Single(await RowsAsync(host)).Comment!.Length);
    }

    private static async Task<OutboundReply> PressAsync(TurnsHarness host, object data, string activity = "a1")
    {
        var receipt = await host.Intake.AcceptAsync(
            TurnsHarness.Message(activity) with { Press = new("feedback", JsonSerializer.SerializeToElement(data)), Awaited = true }, default);
        return (await host.Intake.WaitAsync(receipt, TimeSpan.FromSeconds(10), default))!;
    }

    private static async Task<List<(Guid TurnId, Guid MemberId, string Name, string? Reaction, string? Comment, string? MessageId)>> RowsAsync(TurnsHarness host)
    {
        await using var scope = await host.Database.OpenAsync(TenantDirectory.DemoTenant, default);
        return [.. await scope.Connection.QueryAsync<(Guid, Guid, string, string?, string?, string?)>(
            """
            select f.turn_id, f.member_id, m.name, f.reaction, f.comment, f.message_id
            from turns.feedback f join tenancy.member m on m.tenant_id = f.tenant_id and m.member_id = f.member_id
            """)];
    }
}
