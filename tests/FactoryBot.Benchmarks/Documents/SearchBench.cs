using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Answers;
using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Documents.Search;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FactoryBot.Benchmarks.Documents;

/// <summary>Vector search inside one tenant's rights among the pieces of all: what it finds of the exact search, and how fast.</summary>
internal sealed class SearchBench(FactoryDatabase database, IServiceProvider services)
{
    private const int PiecesOfDocument = 200;
    private const int Questions = 200;
    private const int Found = 10;
    private const int Asked = 40;
    private static readonly int[] Shares = [1, 10, 89];
    private readonly BenchWords words = new();

    public async Task RunAsync(int pieces)
    {
        var watch = Stopwatch.StartNew();
        var tenants = new List<(Guid Id, int Share, List<string> Texts)>();
        foreach (var share in Shares)
        {
            var id = (await new TenancyStore(database).AddTenantAsync($"slack:bench{share}", $"Share {share}", "Etc/UTC", CancellationToken.None))!.Value;
            tenants.Add((id, share, await FillAsync(id, pieces * share / 100)));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pieces:N0} pieces written in {watch.Elapsed.TotalSeconds:N0} s"));
        watch.Restart();
        await ExecuteAsync("vacuum analyze documents.piece");
        await ExecuteAsync("vacuum analyze documents.posting");
        Console.WriteLine("share  pieces    recall@10  vectors p50 ms  p95 ms  whole answer p50 ms  p95 ms");
        foreach (var (id, share, texts) in tenants)
            await MeasureAsync(id, share, texts);
    }

    private async Task MeasureAsync(Guid tenant, int share, List<string> texts)
    {
        var random = new Random(share);
        var first = Stopwatch.StartNew();
        await NearestAsync(tenant, LexicalEmbedding.Vector("first"), everything: false);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the first search of the tenant: {first.ElapsedMilliseconds:N0} ms"));
        var questions = Enumerable.Range(0, Questions).Select(_ => BenchWords.Question(texts[random.Next(texts.Count)], random)).ToList();
        var recalls = new List<double>();
        var vectors = new List<double>();
        var answers = new List<double>();
        foreach (var question in questions)
        {
            var vector = LexicalEmbedding.Vector(question);
            var exact = await NearestAsync(tenant, vector, everything: true);
            var watch = Stopwatch.StartNew();
            var near = await NearestAsync(tenant, vector, everything: false);
            vectors.Add(watch.Elapsed.TotalMilliseconds);
            recalls.Add(near.Take(Found).Intersect(exact.Take(Found)).Count() / (double)Math.Min(Found, exact.Count));
        }

        foreach (var question in questions)
        {
            var watch = Stopwatch.StartNew();
            await services.GetRequiredService<AskDocuments>().AnswerAsync(Asker(tenant), question, CancellationToken.None);
            answers.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{share,3} %  {texts.Count,8:N0}  {recalls.Average(),9:0.000}  {At(vectors, 0.5),14:0.0}  {At(vectors, 0.95),6:0.0}  {At(answers, 0.5),19:0.0}  {At(answers, 0.95),6:0.0}"));
    }

    private async Task<List<long>> NearestAsync(Guid tenant, float[] vector, bool everything)
    {
        await using var scope = await database.OpenAsync(tenant, CancellationToken.None);
        var sets = await SearchStore.SetsAsync(scope, new() { TenantId = tenant, Role = (int)Role.Owner }, CancellationToken.None);
        var near = everything
            ? await SearchStore.NearestAsync(scope, sets, null, vector, Asked, CancellationToken.None)
            : await services.GetRequiredService<NearestPieces>().RunAsync(
                scope, sets, null, vector, await SearchStore.StatisticsAsync(scope, sets, CancellationToken.None), ServingEmbedding.Lexical.EmbeddingId, Asked, CancellationToken.None);
        return near.ConvertAll(n => n.PieceId);
    }

    private async Task<List<string>> FillAsync(Guid tenant, int count)
    {
        var all = new List<string>(count);
        for (var from = 0; from < count; from += PiecesOfDocument)
        {
            var pieces = Enumerable.Range(from, Math.Min(PiecesOfDocument, count - from)).Select(i => words.Piece(i)).ToList();
            all.AddRange(pieces.Select(p => p.Text));
            await using var scope = await database.OpenAsync(tenant, CancellationToken.None);
            var name = string.Create(CultureInfo.InvariantCulture, $"{from}.md");
            await DocumentStore.WriteAsync(
                scope,
                new()
                {
                    SetId = await DocumentStore.SetAsync(scope, "General", CancellationToken.None), Name = name, Title = pieces[0].Path[0], EmbeddingId = ServingEmbedding.Lexical.EmbeddingId,
                    Hash = SHA256.HashData(Encoding.UTF8.GetBytes(tenant + name)), Bytes = 1, ChangedAt = DateTimeOffset.UnixEpoch,
                    Pieces = [.. pieces.AsParallel().AsOrdered().Select(p => new EmbeddedPiece(p, IndexPiece.Run(p), LexicalEmbedding.Vector($"{string.Join(": ", p.Path)}\n{p.Text}")))],
                },
                CancellationToken.None);
            await scope.CommitAsync(CancellationToken.None);
        }

        return all;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnection);
        await connection.OpenAsync();
        await connection.ExecuteAsync(new CommandDefinition(sql, commandTimeout: 1_800));
    }

    private static double At(List<double> values, double part) => values.Order().ElementAt((int)(part * (values.Count - 1)));

    private static Asker Asker(Guid tenant) => new()
    {
        TenantId = tenant, MemberId = Guid.NewGuid(), Name = "Bench", Role = Role.Owner, Permissions = Permissions.Of(Role.Owner), Modules = Modules.AllOn,
        TimeZone = TimeZoneInfo.Utc, Now = DateTimeOffset.UnixEpoch, TurnId = Guid.NewGuid(),
    };
}
