-- Every accepted message and its answer. A row is written before a message is acknowledged, and the answer before it is sent.
create schema if not exists turns;

-- Which host answers a conversation now, and how the channel reaches it.
create table turns.conversation (
    tenant_id uuid not null,
    conversation_id text not null,
    host_id uuid not null,
    channel text not null,
    reference jsonb,
    primary key (tenant_id, conversation_id)
);

create table turns.turn (
    tenant_id uuid not null,
    turn_id uuid not null,
    conversation_id text not null,
    -- The order of a conversation's turns, over all hosts.
    position bigint generated always as identity,
    activity_id text not null,
    -- The host that stored it, which need not be the one that answers.
    stored_by uuid not null,
    inbound jsonb not null,
    received_at timestamptz not null,
    -- 0 received, 1 answered but not delivered, 2 delivered, 3 could not be delivered.
    state smallint not null default 0 check (state between 0 and 3),
    -- How often another host had to take the turn up again.
    attempts smallint not null default 0,
    member_id uuid,
    status text,
    question text,
    answer text,
    calls jsonb,
    reply text,
    answered_at timestamptz,
    delivered_at timestamptz,
    function text,
    milliseconds double precision,
    by_model boolean,
    tokens_in bigint,
    tokens_out bigint,
    cost numeric(14, 6),
    primary key (tenant_id, turn_id),
    unique (tenant_id, conversation_id, activity_id)
);

-- Replies are read once or never again: not worth the time to compress them.
alter table turns.turn alter column reply set storage external;

create index turn_by_position on turns.turn (tenant_id, conversation_id, position);
create index turn_open on turns.turn (tenant_id, conversation_id, position) where state < 2;

alter table turns.conversation enable row level security;
alter table turns.conversation force row level security;
create policy tenant on turns.conversation
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
alter table turns.turn enable row level security;
alter table turns.turn force row level security;
create policy tenant on turns.turn
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- The owner of these tables runs the two functions below, which look over all tenants and give away no content.
create policy dispatch on turns.conversation for select to current_user using (true);
create policy dispatch on turns.turn for select to current_user using (true);

-- A host holds a session-level advisory lock on its id for as long as it lives; a killed host's lock is gone with its connection.
create function turns.host_key(host uuid) returns bigint
    language sql immutable parallel safe
    as $$ select hashtextextended(host::text, 4711) $$;

create function turns.host_is_alive(host uuid) returns boolean
    language sql volatile
    as $$
        select exists (
            select from pg_catalog.pg_locks l
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
              and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
              and ((l.classid::bigint << 32) | l.objid::bigint) = turns.host_key(host))
    $$;

-- Conversations with open turns whose host is gone, and those of the asking host itself whose messages have waited for long
-- (a wake-up may have been lost): tenant and conversation only.
create function turns.abandoned(own_host uuid, most integer) returns table (tenant_id uuid, conversation_id text, own boolean)
    language sql volatile security definer set search_path = pg_catalog
    as $$
        with waiting as (
            select t.tenant_id, t.conversation_id, c.host_id, min(t.received_at) as since
            from turns.turn t
            left join turns.conversation c on c.tenant_id = t.tenant_id and c.conversation_id = t.conversation_id
            where t.state < 2
            group by 1, 2, 3
        ),
        gone as (
            select h.host_id
            from (select distinct w.host_id from waiting w where w.host_id is not null and w.host_id <> own_host) h
            where not turns.host_is_alive(h.host_id)
        )
        select w.tenant_id, w.conversation_id, w.host_id is not distinct from own_host
        from waiting w
        where w.host_id is null
           or w.host_id in (select g.host_id from gone g)
           or (w.host_id = own_host and w.since < now() - interval '5 seconds')
        order by w.since
        limit most
    $$;

-- What each answered question cost, for the tenant's own accounting.
create view turns.usage with (security_invoker = true) as
    select tenant_id, turn_id, member_id, answered_at, status, function, milliseconds, by_model, tokens_in, tokens_out, cost
    from turns.turn
    where state > 0;
