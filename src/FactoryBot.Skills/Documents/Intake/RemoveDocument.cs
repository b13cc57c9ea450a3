using FactoryBot.Skills.Database;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Takes a document out again, with its pieces and the kept file.</summary>
internal sealed class RemoveDocument(FactoryDatabase database)
{
    public async Task<SkillResult> AnswerAsync(Asker asker, string set, string name, CancellationToken cancellationToken) =>
        await RunAsync(asker.TenantId, set, name, cancellationToken)
            ? new() { Status = ResultStatus.Answered, Text = $"{name} is removed from {set}." }
            : SkillResult.No(ResultStatus.NoRows, IntakeFailures.NoSuchDocument(set, name));

    /// <param name="name">Of an archive: all that came out of it.</param>
    /// <returns>False where there is neither a document nor a failed file of that name.</returns>
    public async Task<bool> RunAsync(Guid tenantId, string set, string name, CancellationToken cancellationToken)
    {
        var removed = await RemoveAsync(tenantId, set, name, cancellationToken);
        if (ReadFile.KindOf(name) != "zip")
            return removed;
        return await RemoveOthersAsync(tenantId, set, name, [], cancellationToken) > 0 || removed;
    }

    /// <summary>Takes out what came out of an archive before and is no longer in it.</summary>
    public async Task<int> RemoveOthersAsync(Guid tenantId, string set, string archive, IReadOnlyCollection<string> kept, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var name in (await InsideAsync(tenantId, set, archive, cancellationToken)).Except(kept, StringComparer.Ordinal))
            count += await RemoveAsync(tenantId, set, name, cancellationToken) ? 1 : 0;
        return count;
    }

    private async Task<IReadOnlyList<string>> InsideAsync(Guid tenantId, string set, string archive, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return await DocumentStore.FindSetAsync(scope, set, cancellationToken) is { } setId ? await DocumentStore.InsideAsync(scope, setId, archive, cancellationToken) : [];
    }

    private async Task<bool> RemoveAsync(Guid tenantId, string set, string name, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        if (await DocumentStore.FindSetAsync(scope, set, cancellationToken) is not { } setId)
            return false;
        await DocumentStore.LockAsync(scope, setId, name, cancellationToken);
        var known = await DocumentStore.FindAsync(scope, setId, name, [], cancellationToken);
        if (known is { FileId: { } file })
            await FileStore.DeleteAsync(scope, file, cancellationToken);
        var removed = known is not null && await DocumentStore.DeleteAsync(scope, known.DocumentId, cancellationToken);
        removed |= await DocumentStore.ForgetFailureAsync(scope, setId, name, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return removed;
    }
}
