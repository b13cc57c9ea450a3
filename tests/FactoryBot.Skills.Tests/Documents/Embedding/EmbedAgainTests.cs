using System.Net;
using System.Text.Json;
using Dapper;
using FactoryBot.Skills.Documents.Embedding;

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
        await using var host = new DocumentsHost(database, server, ("Documents:Embedding:Model", "tiny"), ("Documents:Embedding:Retries", "0"));

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
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync(), server, ("Documents:Embedding:Model", "tiny"), ("Documents:Embedding:Retries", "0"));
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
    public async Task Model_BusyServer_IsAskedAgainInBatchesWithTheKey()
    {
        var server = new FakeModel { BusyFirst = 1 };
        await using var host = new DocumentsHost(
            await postgres.NewDatabaseAsync(), server, ("Documents:Embedding:Model", "tiny"), ("Documents:Embedding:ApiKey", "k-1"), ("Documents:Embedding:Batch", "2"), ("Documents:Embedding:Dimensions", "8"));

        var vectors = await host.Get<Embeddings>().OfAsync("model:tiny", ["a", "b", "c"], default);

        Assert.Equal([2, 2, 1], server.Batches);
        Assert.All(vectors, v => Assert.Equal(8, v.Length));
        Assert.Equal("Bearer k-1", server.Authorization);
    }

    [Fact]
    public void Fold_LongVectors_KeepsTheirAngles()
    {
        var random = new Random(3);
        var (one, two) = (Vector(random), Vector(random));
        var near = one.Zip(two, (a, b) => a + 0.3f * b).ToArray();

        Assert.Equal(VectorText.Dimensions, ModelEmbedding.Fold(one).Length);
        Assert.InRange(Cosine(ModelEmbedding.Fold(one), ModelEmbedding.Fold(near)), 0.9, 1);
        Assert.InRange(Cosine(ModelEmbedding.Fold(one), ModelEmbedding.Fold(two)), -0.25, 0.25);
    }

    private static float[] Vector(Random random) => [.. Enumerable.Range(0, 1_536).Select(_ => (float)(random.NextDouble() - 0.5))];

    private static double Cosine(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum() / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(x => (double)x * x));

    private static async Task<long> CountAsync(DocumentsHost host, string sql)
    {
        await using var scope = await host.Database.OpenAsync(DocumentsHost.Tenant, CancellationToken.None);
        return await scope.Connection.QuerySingleAsync<long>(sql);
    }

    /// <summary>A model's server: every text has a vector of its own.</summary>
    private sealed class FakeModel : HttpMessageHandler
    {
        private int asked;

        public int FailAfter { get; set; } = int.MaxValue;

        public int BusyFirst { get; set; }

        public List<int> Batches { get; } = [];

        public string? Authorization { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            var texts = body.RootElement.GetProperty("input").EnumerateArray().Select(t => t.GetString()!).ToList();
            Authorization = request.Headers.Authorization?.ToString();
            Batches.Add(texts.Count);
            asked++;
            if (asked <= BusyFirst)
                return new(HttpStatusCode.TooManyRequests);
            if (asked > FailAfter)
                return new(HttpStatusCode.ServiceUnavailable);
            var length = body.RootElement.GetProperty("dimensions").GetInt32();
            var data = texts.Select((t, i) => new { index = i, embedding = Enumerable.Range(1, length).Select(n => (float)((t.Length * n % 7) - 3)).ToArray() });
            return new(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(new { data })) };
        }
    }
}
