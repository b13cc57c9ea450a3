using System.Text.Json.Serialization;
using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Documents.Gaps;

/// <summary>Questions that were asked, and what the documents do not answer.</summary>
internal static class GapStore
{
    public static Task BookAsync(TenantScope scope, AskedQuestion asked, long? gapId, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            """
            insert into documents.question (tenant_id, turn_id, member_id, text, about, answered, confidence, pieces, documents, milliseconds, asked_at, gap_id)
            values (@TenantId, @TurnId, @MemberId, @Text, @About, @Answered, @Confidence, @Pieces, @Documents, @Milliseconds, @AskedAt, @gapId)
            """,
            new
            {
                scope.TenantId, asked.TurnId, asked.MemberId, asked.Text, asked.About, asked.Answered, asked.Confidence, asked.Pieces, asked.Documents,
                asked.Milliseconds, asked.AskedAt, gapId,
            },
            cancellationToken));

    /// <summary>The member's last question of the documents since then.</summary>
    public static Task<LastQuestion?> LastAsync(TenantScope scope, Guid memberId, DateTimeOffset since, CancellationToken cancellationToken) =>
        scope.Connection.QueryFirstOrDefaultAsync<LastQuestion?>(Command(
            """
            select text, about from documents.question
            where tenant_id = @TenantId and member_id = @memberId and asked_at >= @since
            order by asked_at desc, question_id desc
            limit 1
            """,
            new { scope.TenantId, memberId, since },
            cancellationToken));

    /// <summary>The open gap most of whose stems are those of the question; otherwise a new one.</summary>
    public static async Task<long> GapAsync(
        TenantScope scope, string question, string[] stems, string kind, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // One at a time, so that the same question asked twice at once opens one gap.
        await scope.Connection.ExecuteAsync(Command(
            "select pg_advisory_xact_lock(hashtextextended(@key, 612))", new { key = scope.TenantId.ToString() }, cancellationToken));
        return await scope.Connection.QuerySingleOrDefaultAsync<long?>(Command(
            """
            select gap_id from (
                select gap_id, (select count(*) from unnest(stems) s where s = any (@stems))::real as shared, cardinality(stems) as own
                from documents.gap
                where tenant_id = @TenantId and status <> 'closed' and stems && @stems) g
            where shared / nullif(own + cardinality(@stems) - shared, 0) >= 0.5
            order by shared / nullif(own + cardinality(@stems) - shared, 0) desc, gap_id
            limit 1
            """,
            new { scope.TenantId, stems },
            cancellationToken))
            ?? await scope.Connection.QuerySingleAsync<long>(Command(
                """
                insert into documents.gap (tenant_id, question, stems, kind, opened_at) values (@TenantId, @question, @stems, @kind, @at) returning gap_id
                """,
                new { scope.TenantId, question, stems, kind, at },
                cancellationToken));
    }

    /// <summary>Gaps that are not closed, those that most people have first.</summary>
    public static async Task<IReadOnlyList<OpenGap>> OpenAsync(TenantScope scope, int most, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<OpenGap>(Command(
            """
            select g.gap_id, g.question, max(q.about) filter (where q.text = g.question) as about, g.kind, g.status, count(distinct q.member_id)::integer as askers,
                count(*)::integer as questions, max(q.asked_at) as last_asked_at,
                array(select distinct piece from documents.question r cross join unnest(r.pieces) piece
                    where r.tenant_id = g.tenant_id and r.gap_id = g.gap_id and r.helped is false) as rejected
            from documents.gap g
            join documents.question q on q.tenant_id = g.tenant_id and q.gap_id = g.gap_id
            where g.tenant_id = @TenantId and g.status <> 'closed'
            group by g.tenant_id, g.gap_id
            order by askers desc, questions desc, g.gap_id
            limit @most
            """,
            new { scope.TenantId, most },
            cancellationToken))).AsList();

    public static Task<bool> IsOpenAsync(TenantScope scope, long gapId, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteScalarAsync<bool>(Command(
            "select exists (select from documents.gap where tenant_id = @TenantId and gap_id = @gapId and status <> 'closed')", new { scope.TenantId, gapId }, cancellationToken));

    /// <returns>False where it is closed already.</returns>
    public static async Task<bool> CloseAsync(TenantScope scope, long gapId, DateTimeOffset at, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteAsync(Command(
            "update documents.gap set status = 'closed', closed_at = @at where tenant_id = @TenantId and gap_id = @gapId and status <> 'closed'",
            new { scope.TenantId, gapId, at },
            cancellationToken)) > 0;

    public static async Task<bool> AssignAsync(TenantScope scope, long gapId, Guid memberId, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteAsync(Command(
            "update documents.gap set status = 'assigned', assignee_id = @memberId where tenant_id = @TenantId and gap_id = @gapId and status <> 'closed'",
            new { scope.TenantId, gapId, memberId },
            cancellationToken)) > 0;

    public static async Task<IReadOnlyList<Guid>> AskersAsync(TenantScope scope, long gapId, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<Guid>(Command(
            "select distinct member_id from documents.question where tenant_id = @TenantId and gap_id = @gapId", new { scope.TenantId, gapId }, cancellationToken))).AsList();

    /// <summary>The ways in which it was asked, each with the question that it goes on from.</summary>
    public static async Task<IReadOnlyList<string>> PhrasingsAsync(TenantScope scope, long gapId, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<string>(Command(
            "select concat_ws(' ', about, text) from documents.question where tenant_id = @TenantId and gap_id = @gapId group by about, text order by count(*) desc, text",
            new { scope.TenantId, gapId },
            cancellationToken))).AsList();

    /// <summary>The open gaps that one of these questions is booked under.</summary>
    public static async Task<IReadOnlyList<OpenGap>> OfQuestionsAsync(TenantScope scope, IReadOnlyList<string> questions, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<OpenGap>(Command(
            """
            select g.gap_id, min(q.text) as question
            from documents.question q
            join documents.gap g on g.tenant_id = q.tenant_id and g.gap_id = q.gap_id and g.status <> 'closed'
            where q.tenant_id = @TenantId and lower(trim(trailing '?!. ' from q.text)) = any (@texts)
            group by g.gap_id
            """,
            new { scope.TenantId, texts = questions.Select(q => q.Trim().TrimEnd('?', '!', '.', ' ').ToLowerInvariant()).ToArray() },
            cancellationToken))).AsList();

    /// <summary>Notes what a member thought of the answer of a turn, or of the last one since then.</summary>
    /// <returns>The question; null where there is none.</returns>
    public static Task<RatedQuestion?> RateAsync(
        TenantScope scope, Guid memberId, Guid? turnId, DateTimeOffset since, bool helped, string? reason, CancellationToken cancellationToken) =>
        scope.Connection.QueryFirstOrDefaultAsync<RatedQuestion?>(Command(
            """
            update documents.question q set helped = @helped, reason = @reason
            where q.tenant_id = @TenantId and q.question_id = (
                select question_id from documents.question
                where tenant_id = @TenantId and member_id = @memberId and (turn_id = @turnId or (@turnId::uuid is null and asked_at >= @since))
                order by asked_at desc, question_id desc
                limit 1)
            returning q.question_id, q.text, q.about, q.answered, q.documents
            """,
            new { scope.TenantId, memberId, turnId, since, helped, reason },
            cancellationToken));

    public static Task PutUnderAsync(TenantScope scope, long questionId, long gapId, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            "update documents.question set gap_id = @gapId where tenant_id = @TenantId and question_id = @questionId",
            new { scope.TenantId, questionId, gapId },
            cancellationToken));

    /// <summary>Who brought the documents in.</summary>
    public static async Task<IReadOnlyList<Guid>> OwnersAsync(TenantScope scope, int[] documents, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<Guid>(Command(
            "select distinct owner_id from documents.document where tenant_id = @TenantId and document_id = any (@documents) and owner_id is not null",
            new { scope.TenantId, documents },
            cancellationToken))).AsList();

    /// <summary>What people thought of answers, the latest first; whoever brought a document in sees those of it first.</summary>
    public static async Task<IReadOnlyList<Opinion>> OpinionsAsync(TenantScope scope, Guid ownerId, int most, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<Opinion>(Command(
            """
            select q.text as question, q.helped, q.reason, q.asked_at, d.titles as documents, d.own
            from documents.question q
            cross join lateral (
                select coalesce(array_agg(title order by title), '{}') as titles, coalesce(bool_or(owner_id = @ownerId), false) as own
                from documents.document where tenant_id = @TenantId and document_id = any (q.documents)) d
            where q.tenant_id = @TenantId and q.helped is not null
            order by d.own desc, q.asked_at desc, q.question_id desc
            limit @most
            """,
            new { scope.TenantId, ownerId, most },
            cancellationToken))).AsList();

    private static CommandDefinition Command(string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, cancellationToken: cancellationToken);
}

internal sealed record AskedQuestion
{
    public required Guid TurnId { get; init; }
    public required Guid MemberId { get; init; }
    public required string Text { get; init; }
    public string? About { get; init; }
    public required bool Answered { get; init; }
    public required float Confidence { get; init; }
    public required long[] Pieces { get; init; }
    public required int[] Documents { get; init; }
    public required float Milliseconds { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
}

internal sealed record RatedQuestion
{
    public long QuestionId { get; init; }
    public string Text { get; init; } = "";
    public string? About { get; init; }
    public bool Answered { get; init; }
    public int[] Documents { get; init; } = [];
}

internal sealed record Opinion
{
    public string Question { get; init; } = "";
    public bool Helped { get; init; }
    public string? Reason { get; init; }
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The titles of those that were quoted and are still there.</summary>
    public string[] Documents { get; init; } = [];

    /// <summary>One of them was brought in by whoever looks.</summary>
    public bool Own { get; init; }
}

internal sealed record LastQuestion(string Text, string? About);

internal sealed record OpenGap
{
    public long GapId { get; init; }
    public string Question { get; init; } = "";

    /// <summary>What was asked before, where the question goes on from it.</summary>
    public string? About { get; init; }

    /// <summary>As somebody reads it who was not there.</summary>
    [JsonIgnore]
    public string Whole => About is null ? Question : $"{Question} (after: {About})";

    /// <summary>The pieces that were quoted and did not help.</summary>
    [JsonIgnore]
    public long[] Rejected { get; init; } = [];

    public string Kind { get; init; } = "";
    public string Status { get; init; } = "";
    public int Askers { get; init; }
    public int Questions { get; init; }
    public DateTimeOffset LastAskedAt { get; init; }
}
