using System.Data;
using Dapper;
using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Tenants, their members, settings and modules. All but the first two run inside the caller's tenant scope.</summary>
internal sealed class TenancyStore(FactoryDatabase database)
{
    /// <summary>What hosts tell each other: a tenant's id, alone if anything of it has changed.</summary>
    public const string Channel = "tenancy";

    public async Task<Guid?> FindTenantAsync(string key, CancellationToken cancellationToken)
    {
        await using var connection = await database.Host.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<Guid?>(Command("select tenancy.find_tenant(@key)", new { key }, cancellationToken));
    }

    /// <returns>The tenant's id; null where a key of this kind makes no tenant.</returns>
    public async Task<Guid?> AddTenantAsync(string key, string name, string timeZone, CancellationToken cancellationToken)
    {
        await using var connection = await database.Host.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<Guid?>(Command(
            "select tenancy.add_tenant(@id, @key, @name, @timeZone)",
            new { id = Guid.NewGuid(), key, name, timeZone },
            cancellationToken));
    }

    /// <summary>The owner's policy lets it see every tenant's key and name, and nothing inside of them.</summary>
    public static async Task<IReadOnlyList<RegisteredTenant>> AllAsync(string ownerConnection, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ownerConnection);
        var rows = await connection.QueryAsync<(Guid Id, string Key, string Name, string TimeZone)>(Command(
            "select tenant_id, key, name, time_zone from tenancy.tenant order by created_at, key", new { }, cancellationToken));
        return [.. rows.Select(r => new RegisteredTenant(r.Id, r.Key, r.Name, r.TimeZone))];
    }

    /// <summary>Lets a further key of an organisation mean the tenant, or no longer.</summary>
    /// <returns>False where nothing changed.</returns>
    public static async Task<bool> SetKeyAsync(string ownerConnection, Guid tenantId, string key, bool linked, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ownerConnection);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(Command("select set_config('factorybot.tenant_id', @id, true)", new { id = tenantId.ToString() }, cancellationToken));
        var changed = await connection.ExecuteAsync(Command(
            linked
                ? "insert into tenancy.tenant_key (tenant_id, key) values (@tenantId, @key) on conflict do nothing"
                : "delete from tenancy.tenant_key where tenant_id = @tenantId and key = @key",
            new { tenantId, key },
            cancellationToken));
        await connection.ExecuteAsync(Command("select pg_notify(@Channel, @payload)", new { Channel, payload = tenantId.ToString() }, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return changed > 0;
    }

    /// <summary>The further keys of the tenant.</summary>
    public static async Task<IReadOnlyList<string>> KeysAsync(TenantScope scope, CancellationToken cancellationToken) =>
        [.. await scope.Connection.QueryAsync<string>(Command(
            "select key from tenancy.tenant_key where tenant_id = @TenantId order by key", new { scope.TenantId }, cancellationToken))];

    public static async Task<TenantSettings> SettingsAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        var row = await scope.Connection.QuerySingleAsync<TenantRow>(Command(
            """
            select t.name, t.time_zone, t.default_role,
                array(select m.module from tenancy.module m where m.tenant_id = t.tenant_id and not m.enabled) as modules_off
            from tenancy.tenant t
            where t.tenant_id = @TenantId
            """,
            new { scope.TenantId },
            cancellationToken));
        return new(row.Name, row.TimeZone, RoleNames.Parse(row.DefaultRole), row.ModulesOff.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The lowest role among these people; whoever is not known yet gets the tenant's default role with the first message.</summary>
    public static async Task<Role> LowestRoleAsync(
        TenantScope scope, string channel, IReadOnlyCollection<string> channelUserIds, CancellationToken cancellationToken)
    {
        var roles = await scope.Connection.QueryAsync<string>(Command(
            """
            select coalesce(m.role, t.default_role)
            from unnest(@ids) as p (channel_user_id)
            join tenancy.tenant t on t.tenant_id = @TenantId
            left join tenancy.member_identity i
                on i.tenant_id = @TenantId and i.channel = @channel and i.channel_user_id = p.channel_user_id
            left join tenancy.member m on m.tenant_id = i.tenant_id and m.member_id = i.member_id
            group by 1
            """,
            new { scope.TenantId, channel, ids = channelUserIds.ToArray() },
            cancellationToken));
        return roles.Select(RoleNames.Parse).Append(Role.Owner).Min();
    }

    /// <summary>Makes the tenant's roles and members stand still until the transaction ends.</summary>
    public static Task LockAsync(TenantScope scope, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            "select from tenancy.tenant where tenant_id = @TenantId for update", new { scope.TenantId }, cancellationToken));

    public static async Task<Member?> FindByIdentityAsync(
        TenantScope scope, string channel, string channelUserId, CancellationToken cancellationToken)
    {
        var row = await scope.Connection.QuerySingleOrDefaultAsync<MemberRow>(Command(
            """
            select m.member_id, m.name, m.role
            from tenancy.member_identity i
            join tenancy.member m on m.tenant_id = i.tenant_id and m.member_id = i.member_id
            where i.tenant_id = @TenantId and i.channel = @channel and i.channel_user_id = @channelUserId
            """,
            new { scope.TenantId, channel, channelUserId },
            cancellationToken));
        return row?.ToMember();
    }

    /// <summary>The tenant's people, highest role first. API keys are not among them.</summary>
    public static async Task<IReadOnlyList<Member>> PeopleAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        var rows = await scope.Connection.QueryAsync<MemberRow>(Command(
            "select member_id, name, role from tenancy.member where tenant_id = @TenantId and kind = 'person'",
            new { scope.TenantId },
            cancellationToken));
        return [.. rows.Select(r => r.ToMember()).OrderByDescending(m => m.Role).ThenBy(m => m.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <returns>The names that begin with the given one, in lower case.</returns>
    public static async Task<IReadOnlySet<string>> TakenNamesAsync(TenantScope scope, string name, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<string>(Command(
            "select lower(name) from tenancy.member where tenant_id = @TenantId and starts_with(lower(name), lower(@name))",
            new { scope.TenantId, name },
            cancellationToken))).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a person has come. The demo's cast does not count: whoever comes first to the demo plant owns it.</summary>
    public static Task<bool> HasPeopleAsync(TenantScope scope, CancellationToken cancellationToken) =>
        scope.Connection.QuerySingleAsync<bool>(Command(
            """
            select exists (
                select from tenancy.member m
                where m.tenant_id = @TenantId and m.kind = 'person' and not exists (
                    select from tenancy.member_identity i
                    where i.tenant_id = m.tenant_id and i.member_id = m.member_id and starts_with(i.channel_user_id, 'cast:')))
            """,
            new { scope.TenantId },
            cancellationToken));

    public static Task AddMemberAsync(
        TenantScope scope, Member member, string kind, string channel, string channelUserId, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            """
            insert into tenancy.member (tenant_id, member_id, name, role, kind)
            values (@TenantId, @Id, @Name, @role, @kind);
            insert into tenancy.member_identity (tenant_id, channel, channel_user_id, member_id)
            values (@TenantId, @channel, @channelUserId, @Id);
            """,
            new { scope.TenantId, member.Id, member.Name, role = RoleNames.Stored(member.Role), kind, channel, channelUserId },
            cancellationToken));

    /// <summary>By the asker, whose right the database looks up itself; it writes the audit log too.</summary>
    public static Task SetRoleAsync(TenantScope scope, Asker asker, Guid memberId, Role role, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            "select tenancy.set_role(@acting, @TurnId, @at, @memberId, @role)",
            new { acting = asker.MemberId, asker.TurnId, at = asker.Now.ToUniversalTime(), memberId, role = RoleNames.Stored(role) },
            cancellationToken));

    /// <summary>Of the terminal's own member of a role, who is no person.</summary>
    public static Task SetLocalRoleAsync(TenantScope scope, Guid memberId, Role role, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            "select tenancy.set_local_role(@memberId, @role)", new { memberId, role = RoleNames.Stored(role) }, cancellationToken));

    public static Task SetModuleAsync(TenantScope scope, string module, bool enabled, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            """
            insert into tenancy.module (tenant_id, module, enabled) values (@TenantId, @module, @enabled)
            on conflict (tenant_id, module) do update set enabled = excluded.enabled
            """,
            new { scope.TenantId, module, enabled },
            cancellationToken));

    public static Task SetSettingsAsync(TenantScope scope, string timeZone, Role defaultRole, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            "update tenancy.tenant set time_zone = @timeZone, default_role = @role where tenant_id = @TenantId",
            new { scope.TenantId, timeZone, role = RoleNames.Stored(defaultRole) },
            cancellationToken));

    /// <summary>Sent to every host when the transaction commits.</summary>
    /// <param name="onlyNames">True where somebody has joined: what is known of the others stays true.</param>
    public static Task AnnounceAsync(TenantScope scope, bool onlyNames, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            "select pg_notify(@Channel, @payload)",
            new { Channel, payload = onlyNames ? $"{scope.TenantId} names" : $"{scope.TenantId}" },
            cancellationToken));

    private static CommandDefinition Command(string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, commandType: CommandType.Text, cancellationToken: cancellationToken);

    private sealed record TenantRow
    {
        public string Name { get; init; } = "";
        public string TimeZone { get; init; } = "";
        public string DefaultRole { get; init; } = "";
        public string[] ModulesOff { get; init; } = [];
    }

    private sealed record MemberRow
    {
        public Guid MemberId { get; init; }
        public string Name { get; init; } = "";
        public string Role { get; init; } = "";

        public Member ToMember() => new(MemberId, Name, RoleNames.Parse(Role));
    }
}
