using FactoryBot.Skills.Analysis;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Results;
using Npgsql;

namespace FactoryBot.Skills.Tests.Analysis;

/// <summary>A word that can mean two things, asked back once and kept.</summary>
public sealed class TaughtWordsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Tables = """
        create table customers (customer_id int primary key, name text not null, city text not null, region text not null);
        insert into customers values (1, 'Ada', 'Lima', 'Lima'), (2, 'Ben', 'Cusco', 'Cusco'), (3, 'Cleo', 'Callao', 'Lima');
        """;

    [Fact]
    public async Task Follow_AfterAQuestionBack_IsOfThatQuestion()
    {
        var shop = await ConnectedAsync();
        await shop.AskAsync("revenue per customer in source sample");
        shop.Time.Set(shop.Time.GetUtcNow().AddMinutes(1));
        Assert.Equal(ResultStatus.Clarify, (await shop.AskAsync("customers from Lima in source crm")).Status);

        var still = await shop.FollowAsync("now sorted by name");
        Assert.Equal(ResultStatus.Clarify, still.Status);
        Assert.All(still.Choices.Take(2), c => Assert.EndsWith("sorted by name", c.Say, StringComparison.Ordinal));

        shop.Time.Set(shop.Time.GetUtcNow().AddMinutes(1));
        Assert.Equal(1, (await shop.FollowAsync("customer city Lima")).Data!.Value.GetProperty("row_count").GetInt32());
        Assert.DoesNotContain("from Lima", (await shop.CallAsync("analysis_history", shop.Asker())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Always_TheChosenMeaning_IsUsedUntilItIsForgotten()
    {
        var shop = await ConnectedAsync();
        const string question = "customers from Lima in source crm";
        var asked = await shop.AskAsync(question);
        Assert.Equal(ResultStatus.Clarify, asked.Status);
        var always = Assert.Single(asked.Choices, c => c.Title == "Always: Customer city Lima");

        var taught = await shop.CallAsync("analysis_remember", shop.Asker(), always.Say);
        var again = await shop.AskAsync(question);

        Assert.Equal(ResultStatus.Answered, taught.Status);
        Assert.Contains(taught.Warnings, w => w.StartsWith("From now on", StringComparison.Ordinal));
        Assert.Equal(1, again.Data!.Value.GetProperty("row_count").GetInt32());
        Assert.Contains(again.Data.Value.GetProperty("how").EnumerateArray(), h => h.GetString()!.Contains("as you taught me", StringComparison.Ordinal));
        // What one has taught is nobody else's.
        Assert.Equal(ResultStatus.Clarify, (await shop.AskAsync(question, shop.Asker("Ben"))).Status);

        Assert.Contains("customer city Lima", (await shop.CallAsync("analysis_words", shop.Asker())).Text, StringComparison.Ordinal);
        var undo = Assert.Single(taught.Choices, c => c.Title == "Undo");
        Assert.Equal(ResultStatus.Answered, (await shop.CallAsync("analysis_forget", shop.Asker(), undo.Say)).Status);
        Assert.Equal(ResultStatus.Clarify, (await shop.AskAsync(question)).Status);
        Assert.Equal(ResultStatus.NoRows, (await shop.CallAsync("analysis_words", shop.Asker())).Status);
    }

    [Theory]
    [InlineData("remember that stuff means frobnication")]
    [InlineData("remember this")]
    public async Task Remember_WhatNothingKnows_IsNotKept(string message)
    {
        var shop = await ConnectedAsync();
        Assert.Equal(ResultStatus.NotUnderstood, (await shop.CallAsync("analysis_remember", shop.Asker(), message)).Status);
    }

    private async Task<Shop> ConnectedAsync()
    {
        var connection = await postgres.NewEmptyDatabaseAsync();
        await using (var owner = NpgsqlDataSource.Create(connection))
        await using (var create = owner.CreateCommand(Tables))
            await create.ExecuteNonQueryAsync();
        var shop = await Shop.OpenAsync(postgres);
        await shop.Get<ConnectSource>().AddAsync(shop.Tenant, "crm", connection, ["public"], [], "viewer", null, CancellationToken.None);
        return shop;
    }
}
