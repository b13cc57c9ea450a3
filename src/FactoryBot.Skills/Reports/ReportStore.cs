using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Reports;

internal static class ReportStore
{
    /// <returns>False where the same person has reported the same answer before; their words are taken anew.</returns>
    public static Task<bool> KeepAsync(TenantScope scope, Report report, CancellationToken cancellationToken) => scope.Connection.QuerySingleAsync<bool>(new(
        """
        insert into reports.report as r (tenant_id, turn_id, member_id, name, question, answer, words, reported_at)
        values (@TenantId, @TurnId, @MemberId, @Name, @Question, @Answer, @Words, @ReportedAt)
        on conflict (tenant_id, turn_id, member_id) do update set words = excluded.words, reported_at = excluded.reported_at
        returning xmax = 0
        """,
        new { scope.TenantId, report.TurnId, report.MemberId, report.Name, report.Question, report.Answer, report.Words, report.ReportedAt },
        cancellationToken: cancellationToken));

    public static async Task<(IReadOnlyList<Report> Newest, long All)> NewestAsync(TenantScope scope, int most, CancellationToken cancellationToken)
    {
        var rows = await scope.Connection.QueryAsync<(Guid TurnId, Guid MemberId, string Name, string Question, string Answer, string Words, DateTimeOffset ReportedAt, long All)>(new(
            """
            select turn_id, member_id, name, question, answer, words, reported_at, count(*) over ()
            from reports.report
            where tenant_id = @TenantId
            order by reported_at desc
            limit @most
            """,
            new { scope.TenantId, most },
            cancellationToken: cancellationToken));
        var list = rows.ToList();
        return ([.. list.Select(r => new Report(r.TurnId, r.MemberId, r.Name, r.Question, r.Answer, r.Words, r.ReportedAt))], list.Count == 0 ? 0 : list[0].All);
    }
}
