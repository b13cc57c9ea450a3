using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Answers;
using FactoryBot.Skills.Documents.Search;
using FactoryBot.Skills.Documents.Systems;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Documents.Gaps;

/// <summary>Asks the open gaps' questions again. Those that are answered now are closed, and whoever asked is told with the answer.</summary>
internal sealed class ReplayGaps(
    AnswerQuestion answer, AnswerResult results, FactoryDatabase database, NoticeBoard notices, IOptions<DocumentsOptions> options, TimeProvider clock)
{
    private const int Most = 100;

    /// <param name="only">One gap; null: all that are open.</param>
    /// <returns>How many are closed.</returns>
    public async Task<int> RunAsync(Guid tenantId, CancellationToken cancellationToken, long? only = null)
    {
        IReadOnlyList<OpenGap> open;
        await using (var scope = await database.OpenAsync(tenantId, cancellationToken))
            open = await GapStore.OpenAsync(scope, Most, cancellationToken);
        var closed = 0;
        foreach (var gap in open.Where(g => only is null || g.GapId == only))
            closed += await TryAsync(tenantId, gap, cancellationToken) ? 1 : 0;
        return closed;
    }

    // With the rights of everybody: what a manager's set answers is no answer for the viewer who asked. What names an ERP system is answered from its sets.
    private async Task<SearchScope> WhereAsync(Guid tenantId, OpenGap gap, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var named = ErpSystem.Named(await SystemStore.ListAsync(scope, cancellationToken), gap.Question);
        return new() { TenantId = tenantId, Role = (int)Role.Viewer, System = named?.Name, Version = named?.Version };
    }

    private async Task<bool> TryAsync(Guid tenantId, OpenGap gap, CancellationToken cancellationToken)
    {
        var given = await answer.RunAsync(gap.Question, gap.About, await WhereAsync(tenantId, gap, cancellationToken), cancellationToken);
        // What somebody said did not help is no answer when it is found again.
        if (!given.Answers(options.Value) || gap.Rejected.Contains(given.Quotes[0].Piece.Text.PieceId))
            return false;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        if (!await GapStore.CloseAsync(scope, gap.GapId, clock.GetUtcNow(), cancellationToken))
            return false;
        var result = results.Of(tenantId, given, TimeZoneInfo.Utc);
        result = result with { Text = $"You asked: “{gap.Whole}” The documents answer it now.\n\n{result.Text}" };
        foreach (var member in await GapStore.AskersAsync(scope, gap.GapId, cancellationToken))
            await notices.PostAsync(scope, Notice.To(member, $"documents gap:{gap.GapId}", result), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return true;
    }
}
