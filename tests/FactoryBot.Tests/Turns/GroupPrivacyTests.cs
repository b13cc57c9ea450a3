using System.Text.Json;
using Dapper;
using FactoryBot.Planning;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Turns;

public sealed class GroupPrivacyTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Secret = "The margin of Q-17 is 12 %.";

    [Fact]
    public async Task Answer_SomebodyThereMayNotSeeIt_GoesToTheAskerAlone()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        host.Channel.People = ["user-1", "a guest"];

        var answer = await AskAsync(host, ConversationScope.Group);

        Assert.Equal("Not everybody here may see that, so I have sent the answer to Ana alone.", answer.Text);
        Assert.Null(answer.Data);
        await TurnsHarness.UntilAsync(() => !host.Channel.Posted.IsEmpty);
        Assert.Equal(Secret, host.Channel.Posted.Single().Text);
    }

    [Fact]
    public async Task Answer_NobodyKnowsWhoIsThere_IsKeptFromTheGroup()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());

        Assert.DoesNotContain("margin", (await AskAsync(host, ConversationScope.Channel)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ConversationScope.Group)]
    [InlineData(ConversationScope.Personal)]
    public async Task Answer_AllThereMaySeeIt_StaysThere(ConversationScope scope)
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        host.Channel.People = ["user-1"];

        Assert.Equal(Secret, (await AskAsync(host, scope)).Text);
        Assert.Empty(host.Channel.Posted);
    }

    [Fact]
    public async Task Answer_NobodyMayHaveIt_IsRefusedInTheGroup()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());

        var answer = await AskAsync(host, ConversationScope.Group, may: _ => false);

        Assert.Equal(ResultStatus.NoRight, answer.Status);
        Assert.Empty(host.Channel.Posted);
    }

    [Fact]
    public async Task Answer_OpenToAll_IsWorkedOutOnce()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        var times = 0;

        var answer = await AskAsync(host, ConversationScope.Group, may: _ => ++times > 0);

        Assert.Equal((Secret, 1), (answer.Text, times));
    }

    [Fact]
    public async Task Button_ShowsWhatSomebodyThereMayNotSee_GoesToThePresserAlone()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        host.Channel.People = ["user-1", "a guest"];

        await host.Intake.AcceptAsync(
            TurnsHarness.Message("pressed", "hall-3") with
            {
                Scope = ConversationScope.Group,
                Press = new("probe_secret", JsonSerializer.SerializeToElement(new { label = Secret })),
            },
            default);

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
        Assert.DoesNotContain("margin", host.Channel.Texts.Single(), StringComparison.Ordinal);
    }

    private static async Task<SkillResult> AskAsync(TurnsHarness host, ConversationScope scope, Func<Asker, bool>? may = null)
    {
        may ??= asker => asker.May(Permissions.QuotesApprove);
        var asker = await MetAsync(host);
        var message = TurnsHarness.Message("what is the margin of q17", "hall-3") with { Scope = scope };
        var turn = new OpenTurn(ConversationKey.Of(asker.TenantId, message), Guid.NewGuid(), 1, message);
        var answer = await host.Privacy.AnswerAsync(
            turn, asker,
            a => Task.FromResult(new PlannedAnswer
            {
                Result = may(a) ? new() { Status = ResultStatus.Answered, Text = Secret } : SkillResult.No(ResultStatus.NoRight, "You may not see margins."),
            }),
            CancellationToken.None);
        return answer.Result;
    }

    /// <summary>Has Ana, who comes first and so is the owner, write once to the product.</summary>
    private static async Task<Asker> MetAsync(TurnsHarness host)
    {
        await host.Intake.AcceptAsync(
            TurnsHarness.Message("hello", "c1") with
            {
                Press = new("probe_say", JsonSerializer.SerializeToElement(new { label = "hello" })),
                Reference = JsonSerializer.SerializeToElement(new { conversation = "c1" }),
            },
            CancellationToken.None);
        await TurnsHarness.UntilAsync(() => host.Channel.Texts.Contains("hello"));
        var tenant = TenantDirectory.DemoTenant;
        await using var scope = await host.Database.OpenAsync(tenant, CancellationToken.None);
        return new()
        {
            TenantId = tenant,
            MemberId = await scope.Connection.QuerySingleAsync<Guid>("select member_id from turns.reach"),
            Name = "Ana",
            Role = Role.Owner,
            Permissions = Permissions.Of(Role.Owner),
            Modules = Modules.AllOn,
            TimeZone = TimeZoneInfo.Utc,
            Now = TimeProvider.System.GetUtcNow(),
            TurnId = Guid.NewGuid(),
        };
    }
}
