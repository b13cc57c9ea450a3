using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Catalogues whose parts are stored under terms of another version.</summary>
internal static class ReindexStore
{
    private const string Columns = "part_no, number, description, details, line_of_business, material, standard, dimensions, supplier";

    /// <summary>Ids of all tenants; everything else is read inside the tenant.</summary>
    public static async Task<IReadOnlyList<Guid>> TenantsAsync(FactoryDatabase database, int version, CancellationToken cancellationToken)
    {
        await using var connection = await database.Host.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Guid>(new CommandDefinition(
            "select tenant_id from quotes.indexed_otherwise(@version) tenant_id", new { version }, cancellationToken: cancellationToken))).AsList();
    }

    public static Task ForgetTermsAsync(TenantScope scope, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition("delete from quotes.part_term", commandTimeout: 0, cancellationToken: cancellationToken));

    /// <summary>What the index is made of, in the order of the parts' numbers in it.</summary>
    public static async Task<Part[]> AfterAsync(TenantScope scope, int partNo, int most, CancellationToken cancellationToken) =>
        [.. await scope.Connection.QueryAsync<Part>(new CommandDefinition(
            $"select {Columns} from quotes.part where part_no > @partNo order by part_no limit @most", new { partNo, most }, commandTimeout: 0, cancellationToken: cancellationToken))];
}
