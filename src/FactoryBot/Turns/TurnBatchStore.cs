using System.Text.Json;
using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Turns;

/// <summary>The three writes of every turn, for many turns at once: accepted, answered, delivered. Each is one round trip and
/// one transaction; inside it the tenant is set anew before the rows of each tenant.</summary>
internal sealed class TurnBatchStore(FactoryDatabase database)
{
    private const string Tenant = "select set_config('factorybot.tenant_id', $1, true)";

    // A message is behind another one that a different host stored before it and that this host may not have heard of yet.
    private const string Insert = """
        with stored as (
            insert into turns.turn (tenant_id, turn_id, conversation_id, activity_id, stored_by, inbound, received_at)
            select $1, i.turn_id, i.conversation_id, i.activity_id, $7, i.inbound, i.received_at
            from unnest($2::uuid[], $3::text[], $4::text[], $5::jsonb[], $6::timestamptz[])
                with ordinality as i (turn_id, conversation_id, activity_id, inbound, received_at, place)
            order by i.place
            on conflict (tenant_id, conversation_id, activity_id) do nothing
            returning turn_id, conversation_id, position)
        select s.turn_id, s.position, exists (
            select from turns.turn o
            where o.tenant_id = $1 and o.conversation_id = s.conversation_id and o.state < 2
              and o.position < s.position and o.stored_by <> $7)
        from stored s
        """;

    // The xmax of a row that was just inserted is 0: then no older message can be waiting in it.
    private const string Claim = """
        with claimed as (
            insert into turns.conversation as c (tenant_id, conversation_id, host_id, channel, reference)
            select $1, i.conversation_id, $2, i.channel, i.reference
            from unnest($3::text[], $4::text[], $5::jsonb[]) as i (conversation_id, channel, reference)
            on conflict (tenant_id, conversation_id) do update set
                host_id = case
                    when c.host_id = excluded.host_id or turns.host_is_alive(c.host_id) then c.host_id
                    else excluded.host_id end,
                reference = coalesce(excluded.reference, c.reference)
            returning conversation_id, host_id, xmax = 0 as fresh)
        select conversation_id, host_id = $2 as ours, fresh,
            case when host_id <> $2 then pg_notify('turns', host_id || ' ' || $1 || ' ' || conversation_id)::text end
        from claimed
        """;

    private const string Existing = """
        select i.place::int, t.turn_id
        from unnest($2::text[], $3::text[]) with ordinality as i (conversation_id, activity_id, place)
        join turns.turn t on t.tenant_id = $1 and t.conversation_id = i.conversation_id and t.activity_id = i.activity_id
        """;

    // An answer that is stored already is this host's own where it is the same to the letter: the database's word on it was lost.
    private const string Answer = """
        update turns.turn t set
            state = 1, member_id = a.member_id, status = a.status, question = a.question, answer = a.answer, calls = a.calls,
            reply = a.reply, answered_at = a.answered_at, function = a.function, milliseconds = a.milliseconds,
            by_model = a.by_model, tokens_in = a.tokens_in, tokens_out = a.tokens_out, cost = a.cost
        from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::jsonb[], $8::text[], $9::timestamptz[],
                $10::text[], $11::float8[], $12::boolean[], $13::bigint[], $14::bigint[], $15::numeric[])
            as a (turn_id, member_id, status, question, answer, calls, reply, answered_at, function, milliseconds, by_model,
                tokens_in, tokens_out, cost)
        where t.tenant_id = $1 and t.turn_id = a.turn_id and (t.state = 0 or (t.state = 1 and t.reply = a.reply))
        returning t.turn_id
        """;

    private const string Deliver = """
        update turns.turn t set state = d.state, delivered_at = d.delivered_at
        from unnest($2::uuid[], $3::smallint[], $4::timestamptz[]) as d (turn_id, state, delivered_at)
        where t.tenant_id = $1 and t.turn_id = d.turn_id and t.state < 2
        """;

    // Losing this mark in a crash only means that a delivered answer is tried once more.
    private const string NoWait = "select set_config('synchronous_commit', 'off', true)";

    /// <summary>Stores messages and claims their conversations where this host does not hold them yet.</summary>
    public async Task<IReadOnlyList<Accepted>> AcceptAsync(
        IReadOnlyList<NewTurn> turns, Guid hostId, CancellationToken cancellationToken)
    {
        var results = new Accepted[turns.Count];
        foreach (var group in Groups(turns, t => t.Conversation.TenantId))
            await AcceptAsync(group.Key, [.. group], results, hostId, cancellationToken);
        return results;
    }

    /// <returns>For each turn whether this host's answer is the one that counts.</returns>
    public async Task<IReadOnlyList<bool>> AnswerAsync(IReadOnlyList<AnsweredTurn> turns, CancellationToken cancellationToken)
    {
        var results = new bool[turns.Count];
        await using var batch = database.Host.CreateBatch();
        var groups = Groups(turns, t => t.TenantId).ToList();
        foreach (var group in groups)
        {
            AnsweredTurn[] rows = [.. group.Select(g => g.Item)];
            Add(batch, Tenant, Text(group.Key.ToString()));
            Add(batch, Answer, Id(group.Key),
                Ids(rows, r => r.TurnId), Column(rows, NpgsqlDbType.Uuid, r => r.MemberId), Texts(rows, r => r.Status),
                Texts(rows, r => r.Question), Texts(rows, r => r.Answer), Column(rows, NpgsqlDbType.Jsonb, r => r.Calls),
                Texts(rows, r => r.Reply), Column(rows, NpgsqlDbType.TimestampTz, r => r.AnsweredAt),
                Texts(rows, r => r.Function), Column(rows, NpgsqlDbType.Double, r => r.Milliseconds),
                Column(rows, NpgsqlDbType.Boolean, r => r.ByModel), Column(rows, NpgsqlDbType.Bigint, r => r.TokensIn),
                Column(rows, NpgsqlDbType.Bigint, r => r.TokensOut), Column(rows, NpgsqlDbType.Numeric, r => r.Cost));
        }
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var group in groups)
        {
            await reader.NextResultAsync(cancellationToken);
            var places = group.ToDictionary(g => g.Item.TurnId, g => g.Place);
            while (await reader.ReadAsync(cancellationToken))
                results[places[reader.GetGuid(0)]] = true;
            await reader.NextResultAsync(cancellationToken);
        }
        return results;
    }

    public async Task<IReadOnlyList<bool>> DeliverAsync(IReadOnlyList<DeliveredTurn> turns, CancellationToken cancellationToken)
    {
        await using var batch = database.Host.CreateBatch();
        Add(batch, NoWait);
        foreach (var group in Groups(turns, t => t.TenantId))
        {
            DeliveredTurn[] rows = [.. group.Select(g => g.Item)];
            Add(batch, Tenant, Text(group.Key.ToString()));
            Add(batch, Deliver, Id(group.Key), Ids(rows, r => r.TurnId),
                Column(rows, NpgsqlDbType.Smallint, r => r.Delivered ? (short)2 : (short)3),
                Column(rows, NpgsqlDbType.TimestampTz, r => r.At));
        }
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return new bool[turns.Count];
    }

    private async Task AcceptAsync(
        Guid tenantId, (NewTurn Item, int Place)[] rows, Accepted[] results, Guid hostId, CancellationToken cancellationToken)
    {
        NewTurn[] turns = [.. rows.Select(r => r.Item)];
        NewTurn[] claims = [.. turns.Where(t => t.Claim).DistinctBy(t => t.Conversation.Id)];
        await using var batch = database.Host.CreateBatch();
        Add(batch, Tenant, Text(tenantId.ToString()));
        Add(batch, Insert, Id(tenantId), Ids(turns, t => t.TurnId), Texts(turns, t => t.Conversation.Id),
            Texts(turns, t => t.Message.ActivityId),
            Column(turns, NpgsqlDbType.Jsonb, t => JsonSerializer.Serialize(t.Message, TurnJson.Default.InboundMessage)),
            Column(turns, NpgsqlDbType.TimestampTz, t => t.Message.ReceivedAt.ToUniversalTime()),
            Id(hostId));
        if (claims.Length > 0)
            Add(batch, Claim, Id(tenantId), Id(hostId), Texts(claims, t => t.Conversation.Id), Texts(claims, t => t.Message.Channel),
                Column(claims, NpgsqlDbType.Jsonb, t => t.Message.Reference?.GetRawText()));

        var positions = new Dictionary<Guid, (long Position, bool Behind)>();
        var held = new Dictionary<string, (bool Ours, bool Fresh)>(StringComparer.Ordinal);
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                positions.Add(reader.GetGuid(0), (reader.GetInt64(1), reader.GetBoolean(2)));
            await reader.NextResultAsync(cancellationToken);
            while (claims.Length > 0 && await reader.ReadAsync(cancellationToken))
                held.Add(reader.GetString(0), (reader.GetBoolean(1), reader.GetBoolean(2)));
        }

        var earlier = positions.Count == turns.Length ? [] : await ExistingAsync(tenantId, turns, cancellationToken);
        for (var i = 0; i < turns.Length; i++)
        {
            var turn = turns[i];
            var (ours, fresh) = turn.Claim ? held[turn.Conversation.Id] : (true, true);
            results[rows[i].Place] = positions.TryGetValue(turn.TurnId, out var stored)
                ? new(turn.TurnId, stored.Position, ours, fresh && !stored.Behind)
                : new(earlier[i], null, ours, Alone: false);
        }
    }

    private async Task<Dictionary<int, Guid>> ExistingAsync(Guid tenantId, NewTurn[] turns, CancellationToken cancellationToken)
    {
        await using var batch = database.Host.CreateBatch();
        Add(batch, Tenant, Text(tenantId.ToString()));
        Add(batch, Existing, Id(tenantId), Texts(turns, t => t.Conversation.Id), Texts(turns, t => t.Message.ActivityId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var existing = new Dictionary<int, Guid>();
        while (await reader.ReadAsync(cancellationToken))
            existing.Add(reader.GetInt32(0) - 1, reader.GetGuid(1));
        return existing;
    }

    private static IEnumerable<IGrouping<Guid, (T Item, int Place)>> Groups<T>(IReadOnlyList<T> items, Func<T, Guid> tenant) =>
        items.Select((item, place) => (item, place)).GroupBy(i => tenant(i.item));

    private static void Add(NpgsqlBatch batch, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Id(Guid value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Uuid };

    private static NpgsqlParameter Ids<T>(T[] rows, Func<T, Guid> value) => Column(rows, NpgsqlDbType.Uuid, value);

    private static NpgsqlParameter Texts<T>(T[] rows, Func<T, string?> value) => Column(rows, NpgsqlDbType.Text, value);

    private static NpgsqlParameter Column<T, TValue>(T[] rows, NpgsqlDbType type, Func<T, TValue> value) =>
        new() { Value = Array.ConvertAll(rows, row => value(row)), NpgsqlDbType = NpgsqlDbType.Array | type };
}

/// <param name="Claim">True when this host does not yet know that the conversation is its own.</param>
internal sealed record NewTurn(ConversationKey Conversation, Guid TurnId, InboundMessage Message, bool Claim);

/// <param name="TurnId">The id under which the message is stored, which is an earlier one's where it was sent twice.</param>
/// <param name="Position">Null where it was stored before.</param>
/// <param name="Ours">Whether this host answers the conversation.</param>
/// <param name="Alone">Whether no older message of another host can be waiting in it.</param>
internal sealed record Accepted(Guid TurnId, long? Position, bool Ours, bool Alone);

internal sealed record AnsweredTurn
{
    public required Guid TenantId { get; init; }
    public required Guid TurnId { get; init; }
    public Guid? MemberId { get; init; }
    public required string Status { get; init; }
    public string? Question { get; init; }
    public required string Answer { get; init; }
    public string? Calls { get; init; }
    public required string Reply { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }
    public string? Function { get; init; }
    public double Milliseconds { get; init; }
    public bool ByModel { get; init; }
    public long TokensIn { get; init; }
    public long TokensOut { get; init; }
    public decimal Cost { get; init; }
}

internal sealed record DeliveredTurn(Guid TenantId, Guid TurnId, bool Delivered, DateTimeOffset At);
