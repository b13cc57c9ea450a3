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

        var answer = await AskAsync(host, ConversationScope.Group, "probe_secret");

        Assert.Equal("Not everybody here may see that, so I have sent the answer to Ana alone.", answer.Text);
        Assert.Null(answer.Data);
        await TurnsHarness.UntilAsync(() => !host.Channel.Posted.IsEmpty);
        Assert.Equal(Secret, host.Channel.Posted.Single().Text);
    }

    [Fact]
    public async Task Answer_NobodyKnowsWhoIsThere_IsKeptFromTheGroup()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());

        Assert.DoesNotContain("margin", (await AskAsync(host, ConversationScope.Channel, "probe_secret")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ConversationScope.Group)]
    [InlineData(ConversationScope.Personal)]
    public async Task Answer_AllThereMaySeeIt_StaysThere(ConversationScope scope)
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        host.Channel.People = ["user-1"];

        Assert.Equal(Secret, (await AskAsync(host, scope, "probe_secret")).Text);
        Assert.Empty(host.Channel.Posted);
    }

    [Fact]
    public async Task Answer_NobodyMayHaveIt_IsRefusedInTheGroup()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());

        var answer = await AskAsync(host, ConversationScope.Group, "probe_forbidden");

        Assert.Equal(ResultStatus.NoRight, answer.Status);
        Assert.Empty(host.Channel.Posted);
    }

    [Fact]
    public async Task Answer_ThatAsksBackWithWhatNotAllMaySee_GoesToTheAskerAlone()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        host.Channel.People = ["user-1", "a guest"];

        var answer = await AnswerAsync(host, ConversationScope.Group, (reads, _) => Task.FromResult(new PlannedAnswer
        {
            Result = reads.May(Permissions.AnalysisQuery)
                ? SkillResult.No(ResultStatus.Clarify, "Which customer: Kovo or Halden?")
                : SkillResult.No(ResultStatus.NoRight, "You may not ask the database."),
        }));

        Assert.DoesNotContain("Kovo", answer.Result.Text, StringComparison.Ordinal);
        await TurnsHarness.UntilAsync(() => !host.Channel.Posted.IsEmpty);
        Assert.Equal("Which customer: Kovo or Halden?", host.Channel.Posted.Single().Text);
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

    [Fact]
    public async Task Answer_OfTwoPartsOneIsNotForAll_GoesHalfAndHalf()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        host.Channel.People = ["user-1", "a guest"];

        var answer = await AskAsync(host, ConversationScope.Group, "probe_say", "probe_secret", "probe_forbidden");

        Assert.Equal(ResultStatus.Answered, answer.Status);
        Assert.StartsWith("probe_say\n\n", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Forbidden thing", answer.Text, StringComparison.Ordinal);
        Assert.EndsWith("Not everybody here may see the rest, so I have sent that to Ana alone.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("margin", answer.Text, StringComparison.Ordinal);
        await TurnsHarness.UntilAsync(() => !host.Channel.Posted.IsEmpty);
        Assert.Equal(Secret, host.Channel.Posted.Single().Text);
    }

    [Fact]
    public async Task Answer_OfTwoPartsNoneIsForAll_GoesToTheAskerWhole()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        host.Channel.People = ["user-1", "a guest"];

        var answer = await AskAsync(host, ConversationScope.Group, "probe_secret", "probe_query_rows");

        Assert.Equal("Not everybody here may see that, so I have sent the answer to Ana alone.", answer.Text);
        await TurnsHarness.UntilAsync(() => !host.Channel.Posted.IsEmpty);
        Assert.Equal($"{Secret}\n\nrows of Ana", host.Channel.Posted.Single().Text);
    }

    [Theory]
    [InlineData("probe_say")]
    [InlineData("probe_say", "probe_forbidden")]
    public async Task Answer_NothingOfItIsForTheAskerAlone_StaysThere(params string[] functions)
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        host.Channel.People = ["user-1", "a guest"];

        Assert.DoesNotContain("alone", (await AskAsync(host, ConversationScope.Group, functions)).Text, StringComparison.Ordinal);
        Assert.Empty(host.Channel.Posted);
    }

    /// <summary>Asks for these functions at once, as the planner makes one answer of them.</summary>
    private static async Task<SkillResult> AskAsync(TurnsHarness host, ConversationScope scope, params string[] functions)
    {
        var calls = functions.Select(f => new PlannedCall(f, JsonSerializer.SerializeToElement(new { label = f == "probe_secret" ? Secret : f }))).ToList();
        var times = 0;
        var answer = await AnswerAsync(host, scope, async (_, runs) =>
        {
            times++;
            var results = await host.Planner.CallAsync(calls, runs, CancellationToken.None);
            IReadOnlyList<PlannedPart> parts = [.. calls.Zip(results, (c, r) => new PlannedPart(c, r!, Again: true))];
            return new() { Result = CombineResults.Of([.. parts.Select(p => p.Result)]), Calls = calls, Parts = parts, WordsByModel = true };
        });
        Assert.Equal((1, calls), (times, answer.Calls));
        Assert.NotEqual(answer.WordsByModel, answer.Result.Text.Contains("alone", StringComparison.Ordinal));
        return answer.Result;
    }

    private static async Task<PlannedAnswer> AnswerAsync(TurnsHarness host, ConversationScope scope, Func<Asker, Asker, Task<PlannedAnswer>> answer)
    {
        var asker = await MetAsync(host);
        var message = TurnsHarness.Message("what is the margin of q17", "hall-3") with { Scope = scope };
        var turn = new OpenTurn(ConversationKey.Of(asker.TenantId, message), Guid.NewGuid(), 1, message);
        return await host.Privacy.AnswerAsync(turn, asker, answer, CancellationToken.None);
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
