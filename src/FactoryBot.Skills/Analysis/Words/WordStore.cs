using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Analysis.Words;

/// <summary>What a word means where it could mean several things.</summary>
/// <param name="Word">As the lexicon folds it.</param>
internal sealed record TaughtWord(string Source, string Word, string Phrase);

internal sealed class WordStore(FactoryDatabase database)
{
    public async Task<IReadOnlyList<TaughtWord>> AllAsync(Guid tenantId, Guid memberId, CancellationToken cancellationToken)
    {
        const string sql = "select source, word, phrase from analysis.word where member_id = @memberId order by taught_at";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return (await scope.Connection.QueryAsync<TaughtWord>(new(sql, new { memberId }, cancellationToken: cancellationToken))).AsList();
    }

    public async Task TeachAsync(Guid tenantId, Guid memberId, TaughtWord word, DateTimeOffset at, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into analysis.word (tenant_id, member_id, source, word, phrase, taught_at) values (@tenantId, @memberId, @Source, @Word, @Phrase, @at)
            on conflict (tenant_id, member_id, source, word) do update set phrase = excluded.phrase, taught_at = excluded.taught_at
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(sql, new { tenantId, memberId, word.Source, word.Word, word.Phrase, at = at.ToUniversalTime() }, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }

    /// <returns>How many meanings of the word were forgotten.</returns>
    public async Task<int> ForgetAsync(Guid tenantId, Guid memberId, string word, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var forgotten = await scope.Connection.ExecuteAsync(new(
            "delete from analysis.word where member_id = @memberId and word = @word", new { memberId, word }, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
        return forgotten;
    }
}
