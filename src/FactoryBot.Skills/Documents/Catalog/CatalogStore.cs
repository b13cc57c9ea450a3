using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Documents.Catalog;

/// <summary>Which documents there are.</summary>
internal static class CatalogStore
{
    public static async Task<IReadOnlyList<ListedDocument>> ListAsync(TenantScope scope, int role, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<ListedDocument>(new(
            """
            select s.name as set, d.name, d.title, d.kind, d.pages, d.pieces, d.version, d.owner_name as owner, d.changed_at, null as problem
            from documents.document d
            join documents.document_set s on s.tenant_id = d.tenant_id and s.set_id = d.set_id
            where d.tenant_id = @TenantId and s.lowest_role <= @role
            union all
            select s.name, f.name, f.name, '', null, 0, 0, '', f.failed_at, f.problem
            from documents.failed_file f
            join documents.document_set s on s.tenant_id = f.tenant_id and s.set_id = f.set_id
            where f.tenant_id = @TenantId and s.lowest_role <= @role
            order by set, title, name
            """,
            new { scope.TenantId, role },
            cancellationToken: cancellationToken))).AsList();
}

/// <summary>A document, or a file that could not be taken in and why.</summary>
internal sealed record ListedDocument
{
    public string Set { get; init; } = "";
    public string Name { get; init; } = "";
    public string Title { get; init; } = "";
    public string Kind { get; init; } = "";
    public int? Pages { get; init; }
    public int Pieces { get; init; }
    public int Version { get; init; }
    public string Owner { get; init; } = "";
    public DateTimeOffset ChangedAt { get; init; }
    public string? Problem { get; init; }
}
