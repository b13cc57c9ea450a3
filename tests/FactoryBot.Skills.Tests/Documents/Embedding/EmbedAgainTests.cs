using Dapper;
using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.AI;

namespace FactoryBot.Skills.Tests.Documents.Embedding;

public sealed class EmbedAgainTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task EmbedAgain_ModelThatFailsHalfway_LeavesTheOldVectorsServingUntilAllAreMade()
    {
        var database = await postgres.NewDatabaseAsync();
        await using var before = new DocumentsHost(database);
        for (var i = 0; i < 100; i++)
            await before.AddAsync($"{i}.md", $"# Page {i}\n\nThe spindle of machine {i} is greased every week.\n");
        var server = new FakeModel { FailAfter = 1 };
        await using var host = new DocumentsHost(database, server, ("Documents:Embedding:Model", "tiny"));

        Assert.Equal(96, await host.Get<EmbedAgain>().RunAsync(DocumentsHost.Tenant, default));
        Assert.Equal(100, await CountAsync(host, "select count(*) from documents.piece where embedding_id = 1 and vector is not null"));
        Assert.NotEmpty((await host.SearchAsync("who greases the spindle")).Documents);

        server.FailAfter = int.MaxValue;
        Assert.Equal(4, await host.Get<EmbedAgain>().RunAsync(DocumentsHost.Tenant, default));
        Assert.Equal(100, await CountAsync(host, "select count(*) from documents.piece where embedding_id = 2 and vector is not null and next_vector is null"));
        Assert.Equal(0, await host.Get<EmbedAgain>().RunAsync(DocumentsHost.Tenant, default));
    }

    [Fact]
    public async Task Execute_TheJobItself_FindsTheTenantsThatKeepDocuments()
    {
        var database = await postgres.NewDatabaseAsync();
        await using var before = new DocumentsHost(database);
        await before.AddAsync("first.md", "# Spindle\n\nThe spindle is greased every week.\n");
        await using var host = new DocumentsHost(database, new FakeModel(), ("Documents:Embedding:Model", "tiny"));

        await host.Get<EmbedAgain>().Execute(null!, default);

        Assert.Equal(1, await CountAsync(host, "select count(*) from documents.piece where embedding_id = 2 and vector is not null"));
    }

    [Fact]
    public async Task Search_ModelThatIsAway_FindsByWordsAndNewPiecesGetTheirVectorsLater()
    {
        var server = new FakeModel();
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync(), server, ("Documents:Embedding:Model", "tiny"));
        await host.AddAsync("first.md", "# Spindle\n\nThe spindle is greased every week.\n");
        await host.Get<EmbedAgain>().RunAsync(DocumentsHost.Tenant, default);
        server.FailAfter = 0;

        await host.AddAsync("second.md", "# Chuck\n\nThe chuck is greased every month.\n");

        Assert.Equal("second.md", (await host.SearchAsync("when is the chuck greased")).Documents[0].Name);
        Assert.Equal(1, await CountAsync(host, "select count(*) from documents.piece where vector is null"));
        server.FailAfter = int.MaxValue;
        Assert.Equal(1, await host.Get<EmbedAgain>().RunAsync(DocumentsHost.Tenant, default));
        Assert.Equal(2, await CountAsync(host, "select count(*) from documents.piece where embedding_id = 2 and vector is not null"));
    }

    [Fact]
    public async Task EmbedAgain_NoModelAnyMore_GoesBackToVectorsOfWords()
    {
        var database = await postgres.NewDatabaseAsync();
        await using var host = new DocumentsHost(database, new FakeModel(), ("Documents:Embedding:Model", "tiny"));
        await host.AddAsync("first.md", "# Spindle\n\nThe spindle is greased every week.\n");
        await host.Get<EmbedAgain>().RunAsync(DocumentsHost.Tenant, default);
        await using var without = new DocumentsHost(database);

        Assert.Single((await without.SearchAsync("spindle greased")).Documents);
        Assert.Equal(1, await without.Get<EmbedAgain>().RunAsync(DocumentsHost.Tenant, default));
        Assert.Equal(1, await CountAsync(without, "select count(*) from documents.piece where embedding_id = 1 and vector is not null"));
    }

    [Fact]
    public void Fold_LongVectors_KeepsTheirAngles()
    {
        var random = new Random(3);
        var (one, two) = (Vector(random), Vector(random));
        var near = one.Zip(two, (a, b) => a + 0.3f * b).ToArray();

        Assert.Equal(VectorText.Dimensions, VectorText.Fold(one).Length);
        Assert.InRange(Cosine(VectorText.Fold(one).ToArray(), VectorText.Fold(near).ToArray()), 0.9, 1);
        Assert.InRange(Cosine(VectorText.Fold(one).ToArray(), VectorText.Fold(two).ToArray()), -0.25, 0.25);
    }

    private static float[] Vector(Random random) => [.. Enumerable.Range(0, 1_536).Select(_ => (float)(random.NextDouble() - 0.5))];

    private static double Cosine(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum() / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(x => (double)x * x));

    private static async Task<long> CountAsync(DocumentsHost host, string sql)
    {
        await using var scope = await host.Database.OpenAsync(DocumentsHost.Tenant, CancellationToken.None);
        return await scope.Connection.QuerySingleAsync<long>(sql);
    }

    /// <summary>Every text has a vector of its own.</summary>
    private sealed class FakeModel : IEmbeddingGenerator<string, Embedding<float>>
    {
        private int asked;

        public int FailAfter { get; set; } = int.MaxValue;

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Assert.Equal("tiny", options!.ModelId);
            return ++asked > FailAfter ? throw new HttpRequestException("The model is away.")
                : Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(
                    values.Select(t => new Embedding<float>(Enumerable.Range(1, 256).Select(n => (float)((t.Length * n % 7) - 3)).ToArray()))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
