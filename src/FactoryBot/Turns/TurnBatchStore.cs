using System.Text.Json;
using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Turns;

/// <summary>The three writes of every turn, for many turns at once: accepted, answered (with it, or later), delivered. All that is at hand is written in one
/// round trip and one transaction; inside it the tenant is set anew before the rows of each tenant.</summary>
internal sealed class TurnBatchStore(FactoryDatabase database)
{
    private const string Tenant = "select set_config('factorybot.tenant_id', $1, true)";

    // A message is behind another one that a different host stored before it and that this host may not have heard of yet. An answer that came with
    // it was worked out without that one: it does not count, and another is written over it.
    private const string Insert = """
        with stored as (
            insert into turns.turn (tenant_id, stored_by, turn_id, conversation_id, activity_id, inbound, received_at, state,
                member_id, status, question, answer, calls, reply, answered_at, function, milliseconds, by_model, tokens_in, tokens_out, cost)
            select $1, $7, i.turn_id, i.conversation_id, i.activity_id, i.inbound, i.received_at, case when r.reply is null then 0 else 2 end,
                i.member_id, i.status, i.question, i.answer, i.calls, r.reply, i.answered_at, i.function, i.milliseconds, i.by_model, i.tokens_in,
                i.tokens_out, i.cost
            from unnest($2::uuid[], $3::text[], $4::text[], $5::jsonb[], $6::timestamptz[],
                    $8::uuid[], $9::text[], $10::text[], $11::text[], $12::jsonb[], $13::text[], $14::timestamptz[], $15::text[],
                    $16::double precision[], $17::boolean[], $18::bigint[], $19::bigint[], $20::numeric[])
                with ordinality as i (turn_id, conversation_id, activity_id, inbound, received_at,
                    member_id, status, question, answer, calls, reply, answered_at, function,
                    milliseconds, by_model, tokens_in, tokens_out, cost, place)
            cross join lateral (
                select case when i.reply is not null and not exists (
                    select from turns.open o
                    where o.tenant_id = $1 and o.conversation_id = i.conversation_id and o.stored_by <> $7) then i.reply end) as r (reply)
            order by i.place
            on conflict (tenant_id, conversation_id, activity_id) do nothing
            returning turn_id, conversation_id, position, received_at),
        opened as (
            insert into turns.open (tenant_id, conversation_id, position, turn_id, stored_by, received_at)
            select $1, conversation_id, position, turn_id, $7, received_at from stored)
        select s.turn_id, s.position, exists (
            select from turns.open o
            where o.tenant_id = $1 and o.conversation_id = s.conversation_id and o.position < s.position and o.stored_by <> $7)
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

    // By its place, with which every index that a plan may choose finds few rows, and by its id.
    // An answer that is stored already is this host's own where it is the same to the letter: the database's word on it was lost.
    private const string Answer = """
        update turns.turn t set
            state = 2, member_id = $3, status = $4, question = $5, answer = $6, calls = $7, reply = $8, answered_at = $9,
            function = $10, milliseconds = $11, by_model = $12, tokens_in = $13, tokens_out = $14, cost = $15
        where t.tenant_id = $1 and t.conversation_id = $16 and t.position = $17 and t.turn_id = $2
          and (t.state = 0 or (t.reply = $8 and exists (
              select from turns.open o
              where o.tenant_id = $1 and o.conversation_id = t.conversation_id and o.position = t.position)))
        returning t.turn_id
        """;

    // One statement for each: joined to a list, the planner, which takes a table that is nearly empty most of the time for an empty one,
    // reads all of it for each entry.
    private const string Close = "delete from turns.open where tenant_id = $1 and conversation_id = $2 and position = $3";

    private const string Sent = """
        insert into turns.sent (tenant_id, conversation_id, message_id, turn_id) values ($1, $2, $3, $4)
        on conflict (tenant_id, conversation_id, message_id) do update set turn_id = excluded.turn_id
        """;

    private const string NotDelivered = """
        update turns.turn set state = 3 where tenant_id = $1 and turn_id = any ($2) and state = 2
        """;

    // Losing this mark in a crash only means that a delivered answer is tried once more.
    private const string NoWait = "select set_config('synchronous_commit', 'off', true)";

    /// <summary>Writes all of it or nothing. Messages claim their conversations where this host does not hold them yet.</summary>
    /// <returns>What became of each, in order.</returns>
    public async Task<IReadOnlyList<TurnWritten>> WriteAsync(
        IReadOnlyList<TurnWrite> writes, Guid hostId, CancellationToken cancellationToken)
    {
        var results = new TurnWritten[writes.Count];
        var parts = TurnBatchPart.Of(writes);
        await using var batch = database.HostByKey.CreateBatch();
        if (parts.TrueForAll(p => p.New.Length + p.Answered.Length == 0))
            Add(batch, NoWait);
        var before = batch.BatchCommands.Count;
        foreach (var part in parts)
            Add(batch, part, hostId);
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            for (var skip = 0; skip < before; skip++)
                await reader.NextResultAsync(cancellationToken);
            foreach (var part in parts)
                await ReadAsync(reader, part, results, cancellationToken);
        }
        catch (PostgresException)
        {
            // A statement that is refused the first time it is prepared leaves the connection unable to read its next results.
            database.HostByKey.Clear();
            throw;
        }
        foreach (var part in parts)
            await FinishAsync(part, results, cancellationToken);
        return results;
    }

    private static void Add(NpgsqlBatch batch, TurnBatchPart part, Guid hostId)
    {
        var tenant = Id(part.TenantId);
        Add(batch, Tenant, Text(part.TenantId.ToString()));
        if (part.New is { Length: > 0 } turns)
        {
            Add(batch, Insert, tenant, Ids(turns, t => t.TurnId), Texts(turns, t => t.Conversation.Id),
                Texts(turns, t => t.Message.ActivityId),
                Column(turns, NpgsqlDbType.Jsonb, t => JsonSerializer.Serialize(t.Message, TurnJson.Default.InboundMessage)),
                Column(turns, NpgsqlDbType.TimestampTz, t => t.Message.ReceivedAt.ToUniversalTime()), Id(hostId),
                Column(turns, NpgsqlDbType.Uuid, t => t.Answer?.MemberId), Texts(turns, t => t.Answer?.Status), Texts(turns, t => t.Answer?.Question),
                Texts(turns, t => t.Answer?.Answer), Column(turns, NpgsqlDbType.Jsonb, t => t.Answer?.Calls), Texts(turns, t => t.Answer?.Reply),
                Column(turns, NpgsqlDbType.TimestampTz, t => t.Answer?.AnsweredAt), Texts(turns, t => t.Answer?.Function),
                Column(turns, NpgsqlDbType.Double, t => t.Answer?.Milliseconds), Column(turns, NpgsqlDbType.Boolean, t => t.Answer?.ByModel),
                Column(turns, NpgsqlDbType.Bigint, t => t.Answer?.TokensIn), Column(turns, NpgsqlDbType.Bigint, t => t.Answer?.TokensOut),
                Column(turns, NpgsqlDbType.Numeric, t => t.Answer?.Cost));
        }
        if (part.Claims is { Length: > 0 } claims)
        {
            Add(batch, Claim, Id(part.TenantId), Id(hostId), Texts(claims, t => t.Conversation.Id), Texts(claims, t => t.Message.Channel),
                Column(claims, NpgsqlDbType.Jsonb, t => t.Message.Reference?.GetRawText()));
        }
        foreach (var row in part.Answered)
        {
            Add(batch, Answer, Id(part.TenantId), Id(row.TurnId), Value(row.MemberId, NpgsqlDbType.Uuid), Text(row.Status), Text(row.Question),
                Text(row.Answer), Value(row.Calls, NpgsqlDbType.Jsonb), Text(row.Reply), Value(row.AnsweredAt, NpgsqlDbType.TimestampTz),
                Text(row.Function), Value(row.Milliseconds, NpgsqlDbType.Double), Value(row.ByModel, NpgsqlDbType.Boolean),
                Value(row.TokensIn, NpgsqlDbType.Bigint), Value(row.TokensOut, NpgsqlDbType.Bigint), Value(row.Cost, NpgsqlDbType.Numeric),
                Text(row.Conversation.Id), Value(row.Position, NpgsqlDbType.Bigint));
        }
        foreach (var end in part.Ended)
        {
            Add(batch, Close, Id(part.TenantId), Text(end.Conversation.Id), Value(end.Position, NpgsqlDbType.Bigint));
            if (end.MessageId is { } messageId)
                Add(batch, Sent, Id(part.TenantId), Text(end.Conversation.Id), Text(messageId), Id(end.TurnId));
        }
        if (part.Undelivered is { Length: > 0 } lost)
            Add(batch, NotDelivered, Id(part.TenantId), Ids(lost, e => e.TurnId));
    }

    // The reader stands before the part's first result, and after it before the next part's.
    private static async Task ReadAsync(NpgsqlDataReader reader, TurnBatchPart part, TurnWritten[] results, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken);
        if (part.New.Length > 0)
        {
            while (await reader.ReadAsync(cancellationToken))
                part.Stored.Add(reader.GetGuid(0), (reader.GetInt64(1), reader.GetBoolean(2)));
            await reader.NextResultAsync(cancellationToken);
        }
        if (part.Claims.Length > 0)
        {
            while (await reader.ReadAsync(cancellationToken))
                part.Held.Add(reader.GetString(0), (reader.GetBoolean(1), reader.GetBoolean(2)));
            await reader.NextResultAsync(cancellationToken);
        }
        foreach (var answered in part.Answered)
        {
            if (await reader.ReadAsync(cancellationToken))
                results[part.PlaceOf(answered.TurnId)] = new(null, Counts: true);
            await reader.NextResultAsync(cancellationToken);
        }
    }

    private async Task FinishAsync(TurnBatchPart part, TurnWritten[] results, CancellationToken cancellationToken)
    {
        var turns = part.New;
        var earlier = part.Stored.Count == turns.Length ? [] : await ExistingAsync(part.TenantId, turns, cancellationToken);
        for (var i = 0; i < turns.Length; i++)
        {
            var turn = turns[i];
            var (ours, fresh) = turn.Claim ? part.Held[turn.Conversation.Id] : (true, true);
            results[part.NewPlaces[i]] = new(part.Stored.TryGetValue(turn.TurnId, out var stored)
                ? new(turn.TurnId, stored.Position, ours, fresh && !stored.Behind)
                : new(earlier[i], null, ours, Alone: false), Counts: false);
        }
    }

    private async Task<Dictionary<int, Guid>> ExistingAsync(Guid tenantId, NewTurn[] turns, CancellationToken cancellationToken)
    {
        await using var batch = database.HostByKey.CreateBatch();
        Add(batch, Tenant, Text(tenantId.ToString()));
        Add(batch, Existing, Id(tenantId), Texts(turns, t => t.Conversation.Id), Texts(turns, t => t.Message.ActivityId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var existing = new Dictionary<int, Guid>();
        while (await reader.ReadAsync(cancellationToken))
            existing.Add(reader.GetInt32(0) - 1, reader.GetGuid(1));
        return existing;
    }

    private static void Add(NpgsqlBatch batch, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter Text(string? value) => Value(value, NpgsqlDbType.Text);

    private static NpgsqlParameter Value<T>(T value, NpgsqlDbType type) => value is null
        ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type }
        : new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type };

    private static NpgsqlParameter Id(Guid value) => Value(value, NpgsqlDbType.Uuid);

    private static NpgsqlParameter<Guid[]> Ids<T>(T[] rows, Converter<T, Guid> value) => Column(rows, NpgsqlDbType.Uuid, value);

    private static NpgsqlParameter<string?[]> Texts<T>(T[] rows, Converter<T, string?> value) => Column(rows, NpgsqlDbType.Text, value);

    private static NpgsqlParameter<TValue[]> Column<T, TValue>(T[] rows, NpgsqlDbType type, Converter<T, TValue> value) =>
        new() { TypedValue = Array.ConvertAll(rows, value), NpgsqlDbType = NpgsqlDbType.Array | type };
}
