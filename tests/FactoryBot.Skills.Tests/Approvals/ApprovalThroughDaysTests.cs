using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Quotes;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tests.Quotes;

namespace FactoryBot.Skills.Tests.Approvals;

/// <summary>A quote's approval played through weeks: nobody decides, somebody is away, the wider circle comes in, the quote ends. On one host and on two.</summary>
public sealed class ApprovalThroughDaysTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Days_FromSubmittedToExpired_TellEachPersonOnceOfEachThing(int hosts)
    {
        var days = await Days.BeginAsync(postgres, hosts);
        var (plant, sara) = (days.Plant, days.Sara);
        await days.SubmitAsync();

        await days.PassAsync(hours: 23);
        Assert.Equal(1, await days.NoticesAsync(days.Mia, "approval:%"));
        await days.PassAsync(hours: 3);
        Assert.Equal(2, await days.NoticesAsync(days.Mia, "approval:%"));
        Assert.Equal(0, await days.NoticesAsync(days.Olga, "approval:%"));
        Assert.Equal(ResultStatus.NoRight, (await days.DecideAsync(days.Olga)).Status);

        await days.PassAsync(hours: 24);
        Assert.Equal(1, await days.NoticesAsync(days.Olga, "approval:%"));
        Assert.Equal(1, await days.NoticesAsync(days.Mia, "approval:%:escalated"));
        await days.PassAsync(hours: 72);
        Assert.Equal(3, await days.NoticesAsync(days.Mia, "approval:%"));
        Assert.Equal("submitted", await plant.QueryAsync<string>("select state from quotes.quote"));

        Assert.Contains("is approved", (await days.DecideAsync(days.Olga)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await days.NoticesAsync(sara, "approval:%"));
        await plant.CallAsync("quotes_send", sara);
        await days.PassAsync(hours: 24 * 20);
        Assert.Equal(0, await days.NoticesAsync(sara, "quote-end:%"));
        await days.PassAsync(hours: 24 * 4);
        Assert.Equal(1, await days.NoticesAsync(sara, "quote-end:%"));
        await days.PassAsync(hours: 24 * 8);
        Assert.Equal("expired", await plant.QueryAsync<string>("select state from quotes.quote"));
        Assert.Equal((1, 1), (days.Reminded, days.Expired));
        Assert.Equal(2, days.Told);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Away_SaidBeforehand_HandsWhatWaitsOverOnceWhenItBeginsAndTakesTheRightBackWhenItEnds(int hosts)
    {
        var days = await Days.BeginAsync(postgres, hosts);
        await days.SubmitAsync();
        // Today is Friday 20 November.
        Assert.Equal(ResultStatus.Answered, (await days.Plant.CallAsync("approvals_away", days.Mia, ("words", "I'm away from 23 November until 24 November, Ben decides for me"))).Status);

        await days.PassAsync(hours: 20);
        Assert.Equal(0, await days.NoticesAsync(days.Ben, "approval:%"));
        Assert.Equal(ResultStatus.NoRight, (await days.DecideAsync(days.Ben)).Status);

        await days.PassAsync(hours: 52);
        Assert.Equal(1, await days.NoticesAsync(days.Ben, "approval:%"));
        Assert.Contains("Ben decides for Mia until Wednesday 25 November 2026 00:00", (await days.FollowsAsync(days.Sara)).Text, StringComparison.Ordinal);
        await days.PassAsync(hours: 48);
        Assert.Equal(1, await days.NoticesAsync(days.Ben, "approval:%"));
        Assert.Equal(ResultStatus.NoRight, (await days.DecideAsync(days.Ben)).Status);
        Assert.Contains("is approved", (await days.DecideAsync(days.Mia)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_OfAnOpenRequest_SaysWhoWhenAndWhoNext()
    {
        var days = await Days.BeginAsync(postgres, 1);
        await days.Plant.RuleAsync(new() { Kind = "quote", Name = "Then an owner", Permission = Permissions.TenantManage, Step = 2 });
        await days.SubmitAsync();

        var before = (await days.FollowsAsync(days.Sara)).Text;
        Assert.Contains("waits for Mia (step 1 of 2), asked on Friday 20 November 2026 09:00.", before, StringComparison.Ordinal);
        Assert.Contains("If nobody decides, those who may are reminded on Saturday 21 November 2026 09:00.", before, StringComparison.Ordinal);
        Assert.Contains("From Sunday 22 November 2026 09:00 on Olga may decide too, and are told.", before, StringComparison.Ordinal);
        Assert.Contains("Next, in step 2, Olga is asked.", before, StringComparison.Ordinal);
        Assert.EndsWith("it waits until somebody decides, or it is changed or withdrawn.", before, StringComparison.Ordinal);

        await days.PassAsync(hours: 49);
        var after = (await days.FollowsAsync(days.Sara)).Text;
        Assert.Contains("waits for Mia or Olga", after, StringComparison.Ordinal);
        Assert.Contains("It was due on Saturday 21 November 2026 09:00", after, StringComparison.Ordinal);
        Assert.Contains("Since Sunday 22 November 2026 09:00 Olga may decide too.", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_OfNothingOpen_SaysSoAndWhatToAsk()
    {
        var days = await Days.BeginAsync(postgres, 1);

        Assert.StartsWith("Nothing of yours waits", (await days.FollowsAsync(days.Sara)).Text, StringComparison.Ordinal);
        Assert.StartsWith("Nothing with the number 7 waits", (await days.FollowsAsync(days.Sara, "what happens if nobody approves Q-00007")).Text, StringComparison.Ordinal);
    }

    /// <summary>Hosts on one database under one clock, with the people of the story.</summary>
    private sealed class Days
    {
        private const string Open = "select request_id::text from approvals.request where state = 'open'";
        private readonly QuotesPlant[] hosts;

        private Days(QuotesPlant[] hosts) => this.hosts = hosts;

        public QuotesPlant Plant => hosts[0];
        public Asker Sara { get; private init; } = null!;
        public Asker Mia { get; private init; } = null!;
        public Asker Ben { get; private init; } = null!;
        public Asker Olga { get; private init; } = null!;
        public int Told { get; private set; }
        public int Expired { get; private set; }
        public int Reminded { get; private set; }

        public static async Task<Days> BeginAsync(PostgresFixture postgres, int count)
        {
            var plant = await QuotesPlant.LoadedAsync(postgres);
            var mia = await plant.AskerAsync("Mia", Role.Manager);
            await plant.RuleAsync(new()
            {
                Kind = "quote", Name = "Mia first", MemberId = mia.MemberId, DueHours = 24, EscalateHours = 48, EscalatePermission = Permissions.TenantManage,
            });
            return new([plant, .. Enumerable.Range(1, count - 1).Select(_ => new QuotesPlant(plant.Database, plant.Tenant, plant.Time))])
            {
                Mia = mia, Sara = await plant.AskerAsync("Sara", Role.Analyst), Ben = await plant.AskerAsync("Ben", Role.Analyst), Olga = await plant.AskerAsync("Olga", Role.Owner),
            };
        }

        public async Task SubmitAsync()
        {
            await Plant.CallAsync("quotes_draft", Sara, ("request", "please quote 250 pcs M8x40 hex bolt"));
            await Plant.CallAsync("quotes_submit", Sara);
        }

        /// <summary>Hour by hour; every host does its housekeeping at the same moment.</summary>
        public async Task PassAsync(int hours)
        {
            for (var i = 0; i < hours; i++)
            {
                Plant.Time.Advance(TimeSpan.FromHours(1));
                if (hours > 100 && i % 6 != 5)
                    continue;
                Told += (await Task.WhenAll(hosts.Select(h => h.Get<RemindApprovals>().RunAsync(CancellationToken.None)))).Sum();
                foreach (var (expired, reminded) in await Task.WhenAll(hosts.Select(h => h.Get<ExpireQuotes>().RunAsync(CancellationToken.None))))
                    (Expired, Reminded) = (Expired + expired, Reminded + reminded);
            }
        }

        public async Task<SkillResult> DecideAsync(Asker who) => await hosts[^1].CallAsync(
            "approvals_decide", who, ("request", await Plant.QueryAsync<string>(Open)), ("hash", await Plant.QueryAsync<string>("select encode(content_hash, 'hex') from approvals.request where state = 'open'")),
            ("verdict", "approve"));

        public Task<SkillResult> FollowsAsync(Asker who, string words = "") => Plant.CallAsync("approvals_follows", who, ("request", words));

        public Task<long> NoticesAsync(Asker who, string key) =>
            Plant.QueryAsync<long>("select count(*) from notices.notice where member_id = @MemberId and key like @key", new { who.MemberId, key });
    }
}
