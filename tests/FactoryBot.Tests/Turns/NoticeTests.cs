using System.Text.Json;
using Dapper;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using FactoryBot.Testing;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Turns;

public sealed class NoticeTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Post_ToAMemberWhoHasWritten_ComesOnce()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        var member = await MetAsync(host, "c1");

        await PostAsync(host, Notice.To(member, "quote:1", Words("Please approve")));

        await TurnsHarness.UntilAsync(() => !host.Channel.Posted.IsEmpty);
        Assert.Equal(("c1", null, "Please approve"), host.Channel.Posted.Single());
    }

    [Fact]
    public async Task Post_SameKeyAgain_TakesThePlaceOfTheMessageBefore()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        var member = await MetAsync(host, "c1");
        await PostAsync(host, Notice.To(member, "quote:1", Words("Please approve")));
        await TurnsHarness.UntilAsync(() => host.Channel.Posted.Count == 1);

        await PostAsync(host, Notice.To(member, "quote:1", Words("Approved by Ben")));

        await TurnsHarness.UntilAsync(() => host.Channel.Posted.Count == 2);
        Assert.Equal(("c1", "Please approve", "Approved by Ben"), host.Channel.Posted.Last());
    }

    [Fact]
    public async Task Post_TransactionIsNotCommitted_NothingIsSent()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        var member = await MetAsync(host, "c1");
        await using (var scope = await host.Database.OpenAsync(DemoTenant, CancellationToken.None))
            await host.Notices.PostAsync(scope, Notice.To(member, "quote:1", Words("Never")), CancellationToken.None);

        await PostAsync(host, Notice.To(member, "quote:2", Words("Sent")));

        await TurnsHarness.UntilAsync(() => !host.Channel.Posted.IsEmpty);
        Assert.Equal("Sent", host.Channel.Posted.Single().Text);
    }

    [Fact]
    public async Task Post_ChannelIsAwayAtFirst_ComesLaterOnce()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        var member = await MetAsync(host, "c1");
        host.Channel.Next.Enqueue(Delivery.Later);

        await PostAsync(host, Notice.To(member, "quote:1", Words("Please approve")));
        await UntilStateAsync(host, "attempts = 1");
        await PostAsync(host, Notice.To(member, "quote:1", Words("Please approve soon")));

        await TurnsHarness.UntilAsync(() => !host.Channel.Posted.IsEmpty);
        Assert.Equal("Please approve soon", host.Channel.Posted.Single().Text);
    }

    [Fact]
    public async Task Post_MemberWhomNoChannelReaches_IsKeptAsUnsendable()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());

        await PostAsync(host, Notice.To(Guid.NewGuid(), "quote:1", Words("Nobody hears this")));

        await UntilStateAsync(host, "state = 2");
        Assert.Empty(host.Channel.Posted);
    }

    [Fact]
    public async Task Post_TwoHosts_OneSendsIt()
    {
        var connection = await postgres.NewConnectionStringAsync();
        await using var one = await TurnsHarness.StartAsync(connection);
        await using var two = await TurnsHarness.StartAsync(connection);
        var member = await MetAsync(one, "c1");

        for (var i = 0; i < 30; i++)
            await PostAsync(one, Notice.To(member, $"quote:{i}", Words($"Notice {i}")));

        await TurnsHarness.UntilAsync(() => one.Channel.Posted.Count + two.Channel.Posted.Count >= 30);
        await UntilStateAsync(one, "state = 1", 30);
        Assert.Equal(30, one.Channel.Posted.Concat(two.Channel.Posted).Select(p => p.Text).Distinct().Count());
        Assert.Equal(30, one.Channel.Posted.Count + two.Channel.Posted.Count);
    }

    [Fact]
    public async Task Post_IntoAConversation_UsesItsReference()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        await MetAsync(host, "hall-3");

        await PostAsync(host, Notice.Into("test:hall-3", "digest", Words("Good morning")));

        await TurnsHarness.UntilAsync(() => !host.Channel.Posted.IsEmpty);
        Assert.Equal("hall-3", host.Channel.Posted.Single().Conversation);
    }

    [Theory]
    [InlineData("owner", "A quote waits: 4,100 EUR")]
    [InlineData("viewer", "A quote waits.")]
    public async Task Post_IntoAConversationWithARightThatItNeeds_SaysWhatEverybodyThereMaySee(string role, string said)
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        await MetAsync(host, "hall-3");
        host.Channel.People = ["ben"];
        var ben = await host.Tenants.ResolveAsync("test", "demo", "ben", "Ben", CancellationToken.None);
        await using (var owner = new Npgsql.NpgsqlConnection(host.Database.OwnerConnection))
            await owner.ExecuteAsync("update tenancy.member set role = @role where member_id = @Id", new { role, ben.Member.Id });

        await PostAsync(host, Notice.Into("test:hall-3", "approval:1", Words("A quote waits: 4,100 EUR")) with { Needs = "quotes.manage", Otherwise = Words("A quote waits.") });

        await TurnsHarness.UntilAsync(() => !host.Channel.Posted.IsEmpty);
        Assert.Equal(said, host.Channel.Posted.Single().Text);
    }

    private static Guid DemoTenant => FactoryBot.Skills.Tenancy.TenantDirectory.DemoTenant;

    private static SkillResult Words(string text) => new() { Status = ResultStatus.Answered, Text = text };

    private static async Task PostAsync(TurnsHarness host, Notice notice)
    {
        await using var scope = await host.Database.OpenAsync(DemoTenant, CancellationToken.None);
        await host.Notices.PostAsync(scope, notice, CancellationToken.None);
        await scope.CommitAsync(CancellationToken.None);
    }

    /// <summary>Has Ana write once in the conversation, so that the product knows where she is.</summary>
    private static async Task<Guid> MetAsync(TurnsHarness host, string conversation)
    {
        await host.Intake.AcceptAsync(
            TurnsHarness.Message("hello", conversation) with
            {
                Press = new("probe_say", JsonSerializer.SerializeToElement(new { label = "hello" })),
                Reference = JsonSerializer.SerializeToElement(new { conversation }),
            },
            CancellationToken.None);
        await TurnsHarness.UntilAsync(() => host.Channel.Texts.Contains("hello"));
        await using var scope = await host.Database.OpenAsync(DemoTenant, CancellationToken.None);
        return await scope.Connection.QuerySingleAsync<Guid>("select member_id from turns.reach");
    }

    private static async Task UntilStateAsync(TurnsHarness host, string condition, int count = 1)
    {
        for (var i = 0; i < 200; i++)
        {
            await using var scope = await host.Database.OpenAsync(DemoTenant, CancellationToken.None);
            if (await scope.Connection.QuerySingleAsync<int>($"select count(*) from notices.notice where {condition}") == count)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        Assert.Fail($"Never {count} notices with {condition}.");
    }
}
