using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Documents.Systems;

/// <summary>The tenant's ERP systems and the sets that belong to them.</summary>
internal static class SystemStore
{
    public static async Task<IReadOnlyList<ErpSystem>> ListAsync(TenantScope scope, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<ErpSystem>(new(
            """
            select e.name, e.version, e.modules,
                array(select s.name from documents.document_set s where s.tenant_id = e.tenant_id and s.system_id = e.system_id order by s.name) as sets
            from documents.erp_system e
            where e.tenant_id = @TenantId
            order by lower(e.name), e.version
            """,
            new { scope.TenantId },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>Writes the system in place of the one of that name and version. Its sets are those named, made where there are none.</summary>
    public static Task PutAsync(TenantScope scope, ErpSystem system, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new(
            """
            with kept as (
                insert into documents.erp_system (tenant_id, system_id, name, version, modules) values (@TenantId, gen_random_uuid(), @Name, @Version, @Modules)
                on conflict (tenant_id, lower(name), lower(version)) do update set modules = excluded.modules, name = excluded.name
                returning system_id
            ), freed as (
                update documents.document_set s set system_id = null
                from kept k where s.tenant_id = @TenantId and s.system_id = k.system_id and not lower(s.name) = any (@lower)
            )
            insert into documents.document_set (tenant_id, name, system_id)
            select @TenantId, n.name, k.system_id from unnest(@Sets) as n(name) cross join kept k
            on conflict (tenant_id, lower(name)) do update set system_id = excluded.system_id
            """,
            new { scope.TenantId, system.Name, system.Version, system.Modules, system.Sets, lower = system.Sets.Select(s => s.ToLowerInvariant()).ToArray() },
            cancellationToken: cancellationToken));

    /// <summary>Removes it; its sets stay and belong to none.</summary>
    public static async Task<bool> RemoveAsync(TenantScope scope, string name, string version, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteScalarAsync<int>(new(
            """
            update documents.document_set s set system_id = null
            from documents.erp_system e
            where e.tenant_id = @TenantId and s.tenant_id = e.tenant_id and s.system_id = e.system_id and lower(e.name) = lower(@name) and lower(e.version) = lower(@version);
            with gone as (
                delete from documents.erp_system where tenant_id = @TenantId and lower(name) = lower(@name) and lower(version) = lower(@version) returning 1)
            select count(*)::integer from gone
            """,
            new { scope.TenantId, name, version },
            cancellationToken: cancellationToken)) > 0;
}
