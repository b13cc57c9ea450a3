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

    public static Task<DocumentUsage> UsageAsync(TenantScope scope, DateTimeOffset since, CancellationToken cancellationToken) =>
        scope.Connection.QuerySingleAsync<DocumentUsage>(new(
            """
            select count(*)::integer as questions, count(*) filter (where answered)::integer as answered, count(distinct member_id)::integer as askers,
                coalesce(percentile_cont(0.5) within group (order by milliseconds), 0) as median_milliseconds
            from documents.question where tenant_id = @TenantId and asked_at >= @since
            """,
            new { scope.TenantId, since },
            cancellationToken: cancellationToken));

    /// <summary>The latest questions with what became of them.</summary>
    public static async Task<IReadOnlyList<TopicQuestion>> QuestionsAsync(TenantScope scope, DateTimeOffset since, int most, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<TopicQuestion>(new(
            "select text, answered from documents.question where tenant_id = @TenantId and asked_at >= @since order by asked_at desc, question_id desc limit @most",
            new { scope.TenantId, since, most },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>Every document with the answers that it was quoted in, the most quoted first.</summary>
    public static async Task<IReadOnlyList<CitedDocument>> CitedAsync(TenantScope scope, DateTimeOffset since, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<CitedDocument>(new(
            """
            select d.title, d.name, count(q.question_id)::integer as answers
            from documents.document d
            left join documents.question q on q.tenant_id = d.tenant_id and q.asked_at >= @since and d.document_id = any (q.documents)
            where d.tenant_id = @TenantId
            group by d.tenant_id, d.document_id
            order by answers desc, d.title, d.name
            """,
            new { scope.TenantId, since },
            cancellationToken: cancellationToken))).AsList();
}

internal sealed record DocumentUsage
{
    public int Questions { get; init; }
    public int Answered { get; init; }
    public int Askers { get; init; }
    public double MedianMilliseconds { get; init; }
}

internal sealed record CitedDocument
{
    public string Title { get; init; } = "";
    public string Name { get; init; } = "";
    public int Answers { get; init; }
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
