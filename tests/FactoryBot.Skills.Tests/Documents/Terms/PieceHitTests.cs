using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Terms;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace FactoryBot.Skills.Tests.Documents.Terms;

public sealed class PieceHitTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string RowsOfDocuments = "20261204_1310_hits.sql";

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        List<PieceHit> hits = [new(1, 2, 0, 300), new(long.MaxValue, short.MaxValue, 3, 1)];

        var bytes = PieceHit.Write(hits);

        Assert.Equal(hits, Enumerable.Range(0, PieceHit.CountIn(bytes)).Select(i => PieceHit.Read(bytes, i)));
    }

    [Fact]
    public async Task Upgrade_OfAnInstallationWithARowForEachPiece_KeepsEveryHit()
    {
        var connection = await postgres.NewEmptyDatabaseAsync();
        var all = Migration.In([typeof(FactoryDatabase).Assembly]);
        await RunAsync(connection, [.. all.Where(migration => string.CompareOrdinal(migration.FileName, RowsOfDocuments) < 0)]);
        await using var owner = new NpgsqlConnection(connection);
        await owner.OpenAsync();
        await owner.ExecuteAsync("""
            select set_config('factorybot.tenant_id', '00000000-0000-0000-0000-0000000000a1', false);
            insert into documents.posting (tenant_id, term, piece_id, document_id, set_id, body, head, title, length)
            values ('00000000-0000-0000-0000-0000000000a1', 'scrap', 12, 5, 3, 4, 1, 2, 90), ('00000000-0000-0000-0000-0000000000a1', 'scrap', 11, 5, 3, 1, 0, 2, 80),
                ('00000000-0000-0000-0000-0000000000a1', 'scrap', 20, 6, 3, 7, 0, 0, 70)
            """);

        await RunAsync(connection, all);

        var rows = (await owner.QueryAsync<(string Term, int Document, int Set, short Title, int Pieces, byte[] Hits)>(
            "select term, document_id, set_id, title, pieces, hits from documents.posting order by document_id")).AsList();
        Assert.Equal([("scrap", 5, 3, (short)2, 2), ("scrap", 6, 3, (short)0, 1)], rows.Select(r => (r.Term, r.Document, r.Set, r.Title, r.Pieces)));
        Assert.Equal([new(11, 1, 0, 80), new(12, 4, 1, 90)], Enumerable.Range(0, 2).Select(i => PieceHit.Read(rows[0].Hits, i)));
        Assert.Equal(new(20, 7, 0, 70), PieceHit.Read(rows[1].Hits, 0));
    }

    private static async Task RunAsync(string connectionString, IReadOnlyList<Migration> migrations)
    {
        await using var owner = await OwnerSession.OpenAsync(connectionString, create: false, CancellationToken.None);
        await new Migrator(migrations, NullLogger.Instance, TimeProvider.System)
            .RunAsync(owner.Connection, new(connectionString, TimeProvider.System), CancellationToken.None);
    }
}
