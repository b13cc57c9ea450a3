using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Relevance;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Tests.Analysis.Relevance;

public sealed class RefreshElementsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Execute_TenantThatNeverAskedAModel_IsLeftAlone()
    {
        var (shop, model) = await OpenAsync("tiny");

        await shop.Get<RefreshElements>().Execute(null!, CancellationToken.None);

        Assert.Equal(0, model.Made);
    }

    [Fact]
    public async Task Execute_AfterAQuestion_MakesEachVectorOnceAndAgainOnlyWhatChanged()
    {
        var (shop, model) = await OpenAsync("tiny");
        await FindAsync(shop, "takings");
        model.Reset();

        await shop.Get<RefreshElements>().Execute(null!, CancellationToken.None);
        var all = model.Made;
        Assert.InRange(all, 25, 500);
        Assert.Equal(0, await shop.Get<RefreshElements>().RunAsync(shop.Tenant, CancellationToken.None));

        await shop.AskAsync("revenue per category");
        await shop.CallAsync("analysis_verify", shop.Asker());
        Assert.Equal(1, await shop.Get<RefreshElements>().RunAsync(shop.Tenant, CancellationToken.None));
        Assert.Equal(all + 1, await shop.QueryAsync<long>("select count(*) from analysis.element"));
    }

    [Fact]
    public async Task Find_WordThatNothingIsCalledBy_IsFoundByItsVector()
    {
        var (shop, _) = await OpenAsync("tiny");
        Assert.DoesNotContain(await FindAsync(shop, "our patronage"), f => f.Element.Entity == "customers");

        await shop.Get<RefreshElements>().RunAsync(shop.Tenant, CancellationToken.None);

        Assert.Equal("customers", (await FindAsync(shop, "our patronage"))[0].Element.Entity);
    }

    [Fact]
    public async Task Find_ModelThatIsAway_FindsByWords()
    {
        var (shop, model) = await OpenAsync("tiny");
        await FindAsync(shop, "customers");
        await shop.Get<RefreshElements>().RunAsync(shop.Tenant, CancellationToken.None);
        model.Away = true;

        Assert.Equal("customers", (await FindAsync(shop, "customers"))[0].Element.Entity);
        // What could not be made is made later.
        await shop.AskAsync("revenue per category");
        await shop.CallAsync("analysis_verify", shop.Asker());
        Assert.Equal(0, await shop.Get<RefreshElements>().RunAsync(shop.Tenant, CancellationToken.None));
        model.Away = false;
        Assert.Equal(1, await shop.Get<RefreshElements>().RunAsync(shop.Tenant, CancellationToken.None));
    }

    [Fact]
    public async Task Run_AnotherModel_MakesAllAnewAndForgetsTheOld()
    {
        var (shop, _) = await OpenAsync("tiny");
        await FindAsync(shop, "customers");
        var made = await shop.Get<RefreshElements>().RunAsync(shop.Tenant, CancellationToken.None);

        var (other, _) = await OpenAsync("large", shop);

        Assert.Equal(made, await other.Get<RefreshElements>().RunAsync(other.Tenant, CancellationToken.None));
        Assert.Equal(made, await other.QueryAsync<long>("select count(*) from analysis.element where generator = 'model:large'"));
        Assert.Equal(made, await other.QueryAsync<long>("select count(*) from analysis.element"));
    }

    [Fact]
    public async Task Run_SourceThatIsRemoved_IsForgotten()
    {
        var (shop, _) = await OpenAsync("tiny");
        await FindAsync(shop, "customers");
        var connection = await postgres.NewEmptyDatabaseAsync();
        await using (var owner = Npgsql.NpgsqlDataSource.Create(connection))
        await using (var create = owner.CreateCommand("create table boats (boat_id int primary key, name text)"))
            await create.ExecuteNonQueryAsync();
        await shop.Get<ConnectSource>().AddAsync(shop.Tenant, "harbour", connection, ["public"], [], "viewer", null, CancellationToken.None);
        await shop.Get<RefreshElements>().RunAsync(shop.Tenant, CancellationToken.None);
        Assert.NotEqual(0, await shop.QueryAsync<long>("select count(*) from analysis.element where source = 'harbour'"));

        await shop.Get<SourceStore>().RemoveAsync(shop.Tenant, "harbour", CancellationToken.None);
        await shop.Get<RefreshElements>().RunAsync(shop.Tenant, CancellationToken.None);

        Assert.Equal(0, await shop.QueryAsync<long>("select count(*) from analysis.element where source = 'harbour'"));
        Assert.NotEqual(0, await shop.QueryAsync<long>("select count(*) from analysis.element"));
    }

    [Fact]
    public async Task Context_WholeTurn_NamesTheSampleShop()
    {
        var (shop, _) = await OpenAsync("tiny");

        var text = await shop.Get<IQuestionContext>().ContextAsync(shop.Asker(), "and takings?", "revenue per category", CancellationToken.None);

        Assert.Contains("Source sample (the sample shop)", text, StringComparison.Ordinal);
        Assert.Contains("- categories", text, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<RankedElement>> FindAsync(Shop shop, string question) =>
        await shop.Get<FindRelevant>().OfAsync(shop.Tenant, question, await shop.Get<SourceModels>().AllAsync(shop.Tenant, CancellationToken.None),
            (await shop.Get<QueryStore>().RulesAsync(shop.Tenant, CancellationToken.None)).Verified, CancellationToken.None);

    private async Task<(Shop Shop, ConceptVectors Model)> OpenAsync(string name, Shop? on = null)
    {
        var model = new ConceptVectors();
        void With(IServiceCollection services) => services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(model).Configure<EmbeddingOptions>(o => o.Model = name);
        return (on is null ? await Shop.OpenAsync(postgres, With) : on.Again(With), model);
    }
}
