using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Analysis.Sources;

/// <summary>Connects a database of the tenant's own. The connection is tried and read before it is kept, and kept only sealed.</summary>
internal sealed class ConnectSource(SourceStore store, SourceModels models, Secrets secrets)
{
    /// <returns>The source as it can be asked now, or the sentence that says why not.</returns>
    public async Task<(OpenSource? Source, string? Problem)> AddAsync(
        Guid tenantId, string name, string connection, IReadOnlyList<string> schemas, IReadOnlyList<string> tables, string lowestRole, string? model, CancellationToken cancellationToken)
    {
        if (name is SourceModels.Plant or SourceModels.Sample || name.Length is 0 or > 60 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            return (null, $"“{name}” is no name for a source: letters, digits, - and _ are allowed, and “plant” and “sample” are taken.");
        try
        {
            var stored = new StoredSource
            {
                Name = name.ToLowerInvariant(), Secret = secrets.Seal(SourceModels.Purpose, connection), Schemas = [.. schemas], Tables = [.. tables], LowestRole = lowestRole, Model = model,
            };
            var source = await models.TryAsync(tenantId, stored, cancellationToken);
            if (source.Model.Entities.Count == 0)
                return (null, "The connection works, but there is no table in it that its user may read.");
            await store.SaveAsync(tenantId, stored, cancellationToken);
            return (source, null);
        }
        catch (Query.QueryException e)
        {
            return (null, e.Message);
        }
        catch (Exception e) when (e is ArgumentException or NpgsqlException or TimeoutException)
        {
            return (null, $"The database does not answer to this connection: {e.Message.ReplaceLineEndings(" ")}");
        }
    }
}
