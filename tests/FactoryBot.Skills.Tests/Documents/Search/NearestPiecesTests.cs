using System.Text;
using Dapper;
using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Documents.Search;
using FactoryBot.Skills.Vectors;

namespace FactoryBot.Skills.Tests.Documents.Search;

public sealed class NearestPiecesTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const int Many = 4_200;

    [Theory]
    [InlineData("1000000")]
    [InlineData("0")]
    public async Task Nearest_ManyPieces_FindsWhatIsThereNow(string inMemory)
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync(), ("Documents:MostVectorsInMemory", inMemory));
        var text = new StringBuilder("# Stock\n");
        for (var i = 0; i < Many; i++)
            text.Append("\n## Place ").Append(i).Append("\n\nThe place holds crate ").Append(i).Append(" only.\n");
        await host.AddAsync("stock.md", text.ToString());
        await host.AddAsync("spindle.md", "# Spindle\n\nThe spindle is greased with lithium grease.\n");
        if (inMemory == "0")
            Assert.Equal(Many + 1, await host.Get<EmbedAgain>().GraphAsync(DocumentsHost.Tenant, default));
        Assert.Contains("spindle.md", await NearestAsync(host, "spindle greased lithium"));

        await host.AddAsync("chuck.md", "# Chuck\n\nThe chuck is cleaned with benzine.\n");
        await host.AddAsync("spindle.md", "# Spindle\n\nThe bearing is replaced by the maker.\n");

        Assert.Contains("chuck.md", await NearestAsync(host, "chuck cleaned benzine"));
        Assert.Contains("spindle.md", await NearestAsync(host, "bearing replaced by the maker"));

        await host.Get<RemoveDocument>().AnswerAsync(host.Asker(FactoryBot.Skills.Tenancy.Role.Owner), "General", "chuck.md", default);

        Assert.DoesNotContain("chuck.md", await NearestAsync(host, "chuck cleaned benzine"));
        Assert.Empty(await NearestAsync(host, "chuck cleaned benzine", 999_999));
    }

    [Fact]
    public void Nearest_InMemory_IsWhatAllWholeNumbersSay()
    {
        var random = new Random(7);
        var vectors = Enumerable.Range(0, 3_000).Select(_ => Vector(random)).ToList();
        var block = new VectorBlock([.. vectors.Select((v, i) => VectorRow.Of(i, i, 1 + (i % 2), v))]);
        var asked = Vector(random);
        var exact = vectors.Select((v, i) => (Id: (long)i, Value: Cosine(asked, v))).Where(v => v.Id % 2 == 0).OrderByDescending(v => v.Value).Take(10).Select(v => v.Id);

        var near = block.Nearest(asked, [1], null, 40);

        Assert.Empty(exact.Except(near));
        Assert.All(near, id => Assert.Equal(0, id % 2));
        Assert.Equal([4L], block.Nearest(asked, [1], [4, 5], 40));
    }

    private static async Task<List<string>> NearestAsync(DocumentsHost host, string question, int? document = null)
    {
        await using var scope = await host.Database.OpenAsync(DocumentsHost.Tenant, default);
        var sets = await SearchStore.SetsAsync(scope, new() { TenantId = DocumentsHost.Tenant, Role = 0 }, default);
        var near = await host.Get<NearestPieces>().RunAsync(
            scope, sets, document is { } only ? [only] : null, LexicalEmbedding.Vector(question), await SearchStore.StatisticsAsync(scope, sets, default), 1, 5, default);
        return [.. await scope.Connection.QueryAsync<string>(
            "select name from documents.document where document_id = any (@ids)", new { ids = near.Select(n => n.DocumentId).ToArray() })];
    }

    private static float[] Vector(Random random) => [.. Enumerable.Range(0, VectorText.Dimensions).Select(_ => (float)(random.NextDouble() - 0.5))];

    private static double Cosine(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum() / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(x => (double)x * x));
}
