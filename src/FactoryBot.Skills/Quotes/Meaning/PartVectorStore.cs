using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Vectors;

namespace FactoryBot.Skills.Quotes.Meaning;

/// <summary>The vectors of a tenant's parts.</summary>
internal static class PartVectorStore
{
    private const string Columns = "part_no, number, description, details, material, standard, dimensions, line_of_business";

    /// <summary>Ids of the tenants with parts that have none; everything else is read inside the tenant.</summary>
    public static async Task<IReadOnlyList<Guid>> TenantsAsync(FactoryDatabase database, string embedding, long most, CancellationToken cancellationToken)
    {
        await using var connection = await database.Host.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Guid>(new CommandDefinition(
            "select tenant_id from quotes.without_vectors(@embedding, @most) tenant_id", new { embedding, most }, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>Takes away what belongs to no part any more, or was made in another way.</summary>
    public static Task ForgetAsync(TenantScope scope, string embedding, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            delete from quotes.part_vector v
            where v.embedding <> @embedding or not exists (select from quotes.part p where p.tenant_id = v.tenant_id and p.part_no = v.part_no)
            """,
            new { embedding },
            cancellationToken: cancellationToken));

    public static async Task<Part[]> WithoutAsync(TenantScope scope, int after, int most, CancellationToken cancellationToken) =>
        [.. await scope.Connection.QueryAsync<Part>(new CommandDefinition(
            $"""
            select {Columns} from quotes.part p
            where p.part_no > @after and not exists (select from quotes.part_vector v where v.tenant_id = p.tenant_id and v.part_no = p.part_no)
            order by p.part_no limit @most
            """,
            new { after, most },
            cancellationToken: cancellationToken))];

    public static Task AddAsync(
        TenantScope scope, string embedding, IReadOnlyList<Part> parts, IReadOnlyList<ReadOnlyMemory<float>> vectors, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            insert into quotes.part_vector (tenant_id, part_no, embedding, vector)
            select tenancy.current_tenant(), n, @embedding, v::vector from unnest(@nos, @vectors) as a (n, v)
            on conflict (tenant_id, part_no) do update set embedding = excluded.embedding, vector = excluded.vector
            """,
            new { embedding, nos = parts.Select(p => p.PartNo).ToArray(), vectors = vectors.Select(v => VectorText.Of(v.Span)).ToArray() },
            cancellationToken: cancellationToken));

    public static Task CompleteAsync(TenantScope scope, long version, string embedding, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            "update quotes.catalogue set vectors_version = @version, vectors_of = @embedding", new { version, embedding }, cancellationToken: cancellationToken));

    /// <summary>Whether there is anything to compare with.</summary>
    public static Task<bool> AnyAsync(TenantScope scope, string embedding, long most, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select from quotes.part_vector where embedding = @embedding) and coalesce((select parts <= @most from quotes.catalogue), false)",
            new { embedding, most },
            cancellationToken: cancellationToken));

    /// <summary>The parts nearest to each of these: all are compared, so that none is missed.</summary>
    public static async Task<IReadOnlyList<NearPart>> NearestAsync(
        TenantScope scope, string embedding, IReadOnlyList<ReadOnlyMemory<float>> vectors, int most, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<NearPart>(new CommandDefinition(
            """
            select (l.line - 1)::integer as line, n.part_no, n.likeness
            from unnest(@vectors) with ordinality as l (vector, line)
            cross join lateral (
                select v.part_no, 1 - (v.vector <=> l.vector::vector) as likeness from quotes.part_vector v
                where v.embedding = @embedding and v.vector is not null order by v.vector <=> l.vector::vector limit @most) n
            order by l.line, n.likeness desc
            """,
            new { embedding, most, vectors = vectors.Select(v => VectorText.Of(v.Span)).ToArray() },
            cancellationToken: cancellationToken))).AsList();
}

/// <param name="Line">Place among the vectors that were asked for, from 0.</param>
/// <param name="Likeness">1: the same direction; 0: nothing in common.</param>
internal sealed record NearPart(int Line, int PartNo, double Likeness);
