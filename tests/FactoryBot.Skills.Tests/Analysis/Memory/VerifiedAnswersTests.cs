using FactoryBot.Skills.Analysis;
using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Analysis.Memory;

public sealed class VerifiedAnswersTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Verify_ItsWordsAndItsVariants_AreAnsweredByItWithNameAndDay()
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("revenue of Electronics in May 2026");
        await shop.CallAsync("analysis_verify", shop.Asker());
        Assert.Equal(ResultStatus.NotUnderstood, (await shop.AskAsync("how did gadgets do in spring", shop.Asker("Ben"))).Status);

        await shop.CallAsync("analysis_variant", shop.Asker(), "answer “how did gadgets do in spring” the same way");

        foreach (var question in new[] { "Revenue of electronics in May 2026?", "how did gadgets do in spring" })
        {
            var answer = await shop.AskAsync(question, shop.Asker("Ben"));
            Assert.Equal("verified query", answer.Proof!.Computed());
            Assert.Contains("verified by Ana, 20 Nov 2026", Card(answer), StringComparison.Ordinal);
            Assert.Equal(747.6m, answer.Data!.Value.GetProperty("rows")[0][0].GetDecimal());
        }
    }

    [Fact]
    public async Task Verify_AnotherNameOrTime_IsAnsweredTheSameWay()
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("revenue of Electronics in May 2026");
        await shop.CallAsync("analysis_verify", shop.Asker());

        var other = await shop.AskAsync("revenue of Clothing in June 2026", shop.Asker("Ben"));
        var whole = await shop.AskAsync("revenue of Clothing", shop.Asker("Ben"));

        Assert.Equal("verified query", other.Proof!.Computed());
        Assert.Contains("2026-07-01", other.Data!.Value.GetProperty("sql").GetString(), StringComparison.Ordinal);
        Assert.Contains("Clothing", other.Data.Value.GetProperty("sql").GetString(), StringComparison.Ordinal);
        Assert.Equal("semantic query", whole.Proof!.Computed());
    }

    [Fact]
    public async Task Verify_LastMonth_IsTheMonthBeforeTheOneInWhichItIsAsked()
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("number of orders last month");
        await shop.CallAsync("analysis_verify", shop.Asker());
        shop.Time.Advance(TimeSpan.FromDays(20));

        var later = await shop.AskAsync("number of orders last month");

        Assert.Equal("verified query", later.Proof!.Computed());
        Assert.Contains("2026-11-01", later.Data!.Value.GetProperty("sql").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FiguresThatAreOthers_TellsTheOwnerOnce()
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("revenue per category");
        await shop.CallAsync("analysis_verify", shop.Asker());
        var check = shop.Get<CheckVerified>();
        Assert.Equal(0, await check.RunAsync(shop.Tenant, CancellationToken.None));

        // As if other rows had been there when it was checked.
        await shop.QueryAsync<int>("update analysis.verified set checked_hash = 'other', checked_version = 'old'");

        Assert.Equal(1, await check.RunAsync(shop.Tenant, CancellationToken.None));
        Assert.Equal(0, await check.RunAsync(shop.Tenant, CancellationToken.None));
    }

    [Fact]
    public async Task SafeMode_On_RunsWordsAndNoSqlOfOnesOwn()
    {
        var shop = await Shop.OpenAsync(postgres);
        Assert.Equal(ResultStatus.Answered, (await shop.Get<RunStatement>().SqlAsync(shop.Asker(), "select count(*) from sales.orders", "sample", CancellationToken.None)).Status);
        await shop.CallAsync("analysis_safe_mode", shop.Asker(), "on");

        var sql = await shop.Get<RunStatement>().SqlAsync(shop.Asker(), "select count(*) from sales.orders", "sample", CancellationToken.None);

        Assert.Equal(ResultStatus.NoRight, sql.Status);
        Assert.Contains("Safe mode is on", sql.Text, StringComparison.Ordinal);
        Assert.Equal(ResultStatus.Answered, (await shop.AskAsync("how many orders are there")).Status);
    }

    private static string Card(SkillResult answer) => System.Text.Json.JsonSerializer.Serialize(answer.Card);
}

file static class Proofs
{
    public static string Computed(this ProofLine proof) => proof.ToString() is var line && line.Contains("verified query", StringComparison.Ordinal) ? "verified query" : line.Contains("semantic query", StringComparison.Ordinal) ? "semantic query" : line;
}
