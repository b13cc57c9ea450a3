using System.Text.Json;
using FactoryBot.Skills.Analysis.Memory;

namespace FactoryBot.Api.Queries;

/// <summary>A question of a database, or a statement.</summary>
/// <param name="Question">In words; either this or sql.</param>
/// <param name="Sql">One SELECT; needs the right analysis.query.</param>
/// <param name="Source">Name of one source; missing: whichever understands the question.</param>
/// <param name="Wait">False: answered at once with 202 and an id to ask after. Missing: true.</param>
/// <param name="Fresh">True: the database is asked again, whatever is kept.</param>
internal sealed record QueryRequest(string? Question, string? Sql, string? Source, bool? Wait, bool? Fresh);

/// <summary>A query that is still running.</summary>
internal sealed record QueryTicket(Guid Id, string Status);

/// <summary>A query as it was answered then.</summary>
internal sealed record QueryRecord(
    Guid Id, DateTime AskedAt, string Asker, string Source, string? Question, string Sql, string Status, int RowCount, int Milliseconds, string? ResultHash,
    string DataVersion, JsonElement? Answer)
{
    public static QueryRecord Of(StoredQuery query, JsonElement? answer) => new(
        query.QueryId, query.AskedAt, query.Asker, query.Source, query.Sentence, query.Sql, query.Status, query.RowCount, query.Milliseconds, query.ResultHash, query.DataVersion, answer);
}
