using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>What a catalogue's rows are of, for what is kept of them in memory: another import, and another database, is another edition.</summary>
internal readonly record struct CatalogueEdition(string Database, Guid Tenant, long Version, DateTimeOffset LoadedAt)
{
    public static CatalogueEdition Of(TenantScope scope, CatalogueState state) => new(scope.Connection.Database, scope.TenantId, state.Version, state.LoadedAt);
}
