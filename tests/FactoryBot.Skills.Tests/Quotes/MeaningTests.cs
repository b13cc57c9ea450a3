using FactoryBot.Skills.Quotes.Matching;
using FactoryBot.Skills.Quotes.Meaning;
using FactoryBot.Skills.Quotes.Requests;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Tests.Quotes;

/// <summary>Parts that no word of a line names, found by what it means.</summary>
public sealed class MeaningTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Catalogue = """
        part_number,description,price
        HL-W,Safety helmet white,14
        HL-Y,Safety helmet yellow,14
        GL-9,Welding glove size 9,8
        """;

    [Fact]
    public async Task Find_OfWordsThatNoPartHas_OffersThePartThatMeansThem_AndTakesNone()
    {
        var plant = await LoadedAsync();
        var embedded = await plant.Get<EmbedParts>().RunAsync(CancellationToken.None);

        var match = await FindAsync(plant, "10 pcs builders hats");

        Assert.Equal(3, embedded);
        Assert.Equal(MatchOutcome.Choose, match.Outcome);
        Assert.Null(match.Part);
        Assert.Equal(["HL-W", "HL-Y"], match.Candidates.Select(c => c.Part.Number).Order(StringComparer.Ordinal));
        Assert.All(match.Candidates, c => Assert.StartsWith("By meaning", c.Reason, StringComparison.Ordinal));
        Assert.All(match.Candidates, c => Assert.InRange(c.Score, 0.9m, 1m));
    }

    [Fact]
    public async Task Find_WhereAColourSaysOtherwise_DoesNotOfferThatPart()
    {
        var plant = await LoadedAsync();
        await plant.Get<EmbedParts>().RunAsync(CancellationToken.None);

        var match = await FindAsync(plant, "10 pcs builders hats yellow");

        Assert.DoesNotContain("HL-W", match.Candidates.Where(c => c.Reason.StartsWith("By meaning", StringComparison.Ordinal)).Select(c => c.Part.Number));
        Assert.Contains("HL-Y", match.Candidates.Select(c => c.Part.Number));
        Assert.Null(match.Part);
    }

    [Fact]
    public async Task Find_OfWordsThatDecide_AsksNoVector()
    {
        var model = new Meanings();
        var plant = await LoadedAsync(model);
        await plant.Get<EmbedParts>().RunAsync(CancellationToken.None);
        var made = model.Texts;

        var match = await FindAsync(plant, "10 pcs safety helmet white");

        Assert.Equal("HL-W", match.Part?.Number);
        Assert.Equal(made, model.Texts);
    }

    [Fact]
    public async Task Embed_AfterAPartWasReplaced_GivesTheNewOneItsVectorAndForgetsTheOld()
    {
        var plant = await LoadedAsync();
        await plant.Get<EmbedParts>().RunAsync(CancellationToken.None);
        await plant.LoadAsync("part_number,description,price\nHL-W,Ear muffs,9\n");

        Assert.Equal(1, await plant.Get<EmbedParts>().RunAsync(CancellationToken.None));
        Assert.Equal(0, await plant.Get<EmbedParts>().RunAsync(CancellationToken.None));

        Assert.Equal(3, await plant.QueryAsync<long>("select count(*) from quotes.part_vector"));
        Assert.Equal("HL-Y", Assert.Single((await FindAsync(plant, "10 pcs builders hats")).Candidates).Part.Number);
    }

    [Fact]
    public async Task Embed_WithoutThatWay_LeavesTheWordsToFind()
    {
        var plant = await LoadedAsync(new Meanings { IsGone = true });

        Assert.Equal(0, await plant.Get<EmbedParts>().RunAsync(CancellationToken.None));
        Assert.Equal(MatchOutcome.NotFound, (await FindAsync(plant, "10 pcs builders hats")).Outcome);
    }

    [Fact]
    public async Task Embed_EncoderIsNotInUse_LoadsNothing()
    {
        var model = new Meanings();
        var plant = new QuotesPlant(
            await postgres.NewDatabaseAsync(), more: s => s.AddKeyedSingleton<IEmbeddingGenerator<string, Embedding<float>>>(EmbeddingOptions.EncoderKey, model));
        await plant.LoadAsync(Catalogue);

        Assert.Equal(0, await plant.Get<EmbedParts>().RunAsync(CancellationToken.None));
        Assert.Equal(MatchOutcome.NotFound, (await FindAsync(plant, "10 pcs builders hats")).Outcome);
        Assert.Equal(0, model.Texts);
    }

    [Fact]
    public async Task Find_ByAnotherTenant_SeesNoneOfTheseParts()
    {
        var plant = await LoadedAsync();
        await plant.Get<EmbedParts>().RunAsync(CancellationToken.None);
        var other = new QuotesPlant(plant.Database, Guid.NewGuid(), more: s => s.AddKeyedSingleton<IEmbeddingGenerator<string, Embedding<float>>>(EmbeddingOptions.EncoderKey, new Meanings()));

        Assert.Empty((await FindAsync(other, "10 pcs builders hats")).Candidates);
    }

    private async Task<QuotesPlant> LoadedAsync(Meanings? model = null)
    {
        var plant = new QuotesPlant(
            await postgres.NewDatabaseAsync(), more: s => s.AddKeyedSingleton<IEmbeddingGenerator<string, Embedding<float>>>(EmbeddingOptions.EncoderKey, model ?? new Meanings()));
        await plant.LoadAsync(Catalogue);
        // In use, as it is where there are documents.
        Assert.Equal(Embeddings.Encoder, plant.Get<Embeddings>().Configured);
        return plant;
    }

    private static async Task<LineMatch> FindAsync(QuotesPlant plant, string text)
    {
        await using var scope = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None);
        return Assert.Single(await plant.Get<FindParts>().RunAsync(scope, ReadRequestText.Of(text, new(2026, 11, 20)).Lines, null, CancellationToken.None));
    }

    /// <summary>Knows that a hat is a helmet, and nothing else.</summary>
    private sealed class Meanings : IEmbeddingGenerator<string, Embedding<float>>
    {
        public bool IsGone { get; init; }
        public int Texts { get; private set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            if (IsGone)
                throw new HttpRequestException("gone");
            var vectors = values.Select(v => new Embedding<float>(Vector(v))).ToArray();
            Texts += vectors.Length;
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(vectors));
        }

        private static float[] Vector(string text) => text.Contains("helmet", StringComparison.OrdinalIgnoreCase) || text.Contains("hat", StringComparison.OrdinalIgnoreCase) ? [1, 0] : [0, 1];

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
