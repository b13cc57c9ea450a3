using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tests.Quotes;

namespace FactoryBot.Skills.Tests.Approvals;

public sealed class RemindApprovalsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Run_PastDueAndEscalation_TellsEachOnceAndLetsTheWiderCircleDecide()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        await plant.RuleAsync(new()
        {
            RuleId = Guid.NewGuid(), Kind = "quote", Name = "Named", MemberId = (await plant.AskerAsync("Mia", Role.Manager)).MemberId, DueHours = 24, EscalateHours = 48,
            EscalatePermission = Permissions.UsersManage,
        });
        var (ana, olga) = (await plant.AskerAsync("Ana", Role.Analyst), await plant.AskerAsync("Olga", Role.Owner));
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 250 pcs M8x40 hex bolt"));
        await plant.CallAsync("quotes_submit", ana);
        var (request, hash) = (await plant.QueryAsync<Guid>("select request_id from approvals.request"), await plant.QueryAsync<string>("select encode(content_hash, 'hex') from approvals.request"));
        var remind = plant.Get<RemindApprovals>();

        Assert.Equal(0, await remind.RunAsync(CancellationToken.None));
        Assert.Contains("not among those", (await plant.CallAsync("approvals_decide", olga, ("request", request.ToString()), ("hash", hash), ("verdict", "approve"))).Text, StringComparison.Ordinal);
        plant.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(1, await remind.RunAsync(CancellationToken.None));
        Assert.Equal(0, await remind.RunAsync(CancellationToken.None));
        plant.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(1, await remind.RunAsync(CancellationToken.None));

        Assert.Equal(1, await plant.QueryAsync<long>("select count(*) from notices.notice where member_id = @MemberId", new { olga.MemberId }));
        Assert.Contains("is approved", (await plant.CallAsync("approvals_decide", olga, ("request", request.ToString()), ("hash", hash), ("verdict", "approve"))).Text, StringComparison.Ordinal);
    }
}
