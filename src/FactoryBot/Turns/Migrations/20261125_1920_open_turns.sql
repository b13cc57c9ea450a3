-- What is still to be answered or delivered, in a narrow table of its own. Before, that was a state of the turn under an index of its own:
-- each change of it wrote the wide row anew with an entry in every index. Now an answer changes no indexed column, and a delivery touches
-- no turn at all.
create table turns.open (
    tenant_id uuid not null,
    conversation_id text not null,
    position bigint not null,
    turn_id uuid not null,
    -- The host that stored it, which need not be the one that answers.
    stored_by uuid not null,
    received_at timestamptz not null,
    primary key (tenant_id, conversation_id, position)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

insert into turns.open (tenant_id, conversation_id, position, turn_id, stored_by, received_at)
    select tenant_id, conversation_id, position, turn_id, stored_by, received_at from turns.turn where state < 2;

alter table turns.open enable row level security;
alter table turns.open force row level security;
create policy tenant on turns.open
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
create policy dispatch on turns.open for select to current_user using (true);

-- state: 0 received, 2 answered (whether it is delivered stands in turns.open), 3 answered and could not be delivered.
-- 1 is what an earlier version called answered and not yet delivered.
drop index turns.turn_open;

-- Room for the answer beside the message, and no squeezing of rows that fit on their page.
alter table turns.turn set (fillfactor = 60, toast_tuple_target = 4080);

create or replace function turns.abandoned(own_host uuid, most integer) returns table (tenant_id uuid, conversation_id text, own boolean)
    language sql volatile security definer set search_path = pg_catalog
    as $$
        with waiting as (
            select t.tenant_id, t.conversation_id, c.host_id, min(t.received_at) as since
            from turns.open t
            left join turns.conversation c on c.tenant_id = t.tenant_id and c.conversation_id = t.conversation_id
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
