-- What was changed, by whom: append-only, each entry sealed with the hash of the one before it.
create table tenancy.audit (
    tenant_id uuid not null references tenancy.tenant,
    sequence bigint not null,
    at timestamptz not null,
    -- Null where nobody's turn caused it, such as a command line.
    member_id uuid,
    actor text not null,
    turn_id uuid,
    action text not null,
    subject text not null,
    -- json, not jsonb: the text is hashed as it was given.
    details json not null,
    previous_hash bytea not null,
    hash bytea not null,
    primary key (tenant_id, sequence)
);

-- The last entry, kept apart: entries that are cut off at the end are missed here.
create table tenancy.audit_head (
    tenant_id uuid not null primary key references tenancy.tenant,
    sequence bigint not null,
    hash bytea not null
);

alter table tenancy.audit enable row level security;
alter table tenancy.audit force row level security;
create policy tenant on tenancy.audit
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
alter table tenancy.audit_head enable row level security;
alter table tenancy.audit_head force row level security;
create policy tenant on tenancy.audit_head
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- Each field with its length before it: no two different entries have the same text.
create function tenancy.audit_text(variadic fields text[]) returns text
    language sql immutable set search_path = pg_catalog
    as $$
        select string_agg(
            case when f.value is null then '-' else octet_length(convert_to(f.value, 'UTF8')) || ':' || f.value end,
            E'\n' order by f.place)
        from unnest(fields) with ordinality as f (value, place)
    $$;

-- The database seals the entry, not the host: whoever may only insert can neither choose a place nor a hash.
create function tenancy.audit_seal() returns trigger
    language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        head tenancy.audit_head;
    begin
        if new.tenant_id is distinct from tenancy.current_tenant() then
            raise exception 'An audit entry belongs to the tenant of its transaction.';
        end if;
        perform pg_advisory_xact_lock(hashtextextended(new.tenant_id::text, 20261121));
        select * into head from tenancy.audit_head h where h.tenant_id = new.tenant_id;
        new.sequence := coalesce(head.sequence, 0) + 1;
        new.previous_hash := coalesce(head.hash, decode(repeat('00', 32), 'hex'));
        new.hash := sha256(new.previous_hash || convert_to(tenancy.audit_text(
            new.tenant_id::text,
            new.sequence::text,
            to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            new.member_id::text,
            new.actor,
            new.turn_id::text,
            new.action,
            new.subject,
            new.details::text), 'UTF8'));
        insert into tenancy.audit_head (tenant_id, sequence, hash) values (new.tenant_id, new.sequence, new.hash)
        on conflict (tenant_id) do update set sequence = excluded.sequence, hash = excluded.hash;
        return new;
    end
    $$;

create function tenancy.audit_refuse() returns trigger
    language plpgsql set search_path = pg_catalog
    as $$ begin raise exception 'The audit log is append-only.'; end $$;

create trigger seal before insert on tenancy.audit for each row execute function tenancy.audit_seal();
create trigger append_only before update or delete or truncate on tenancy.audit
    for each statement execute function tenancy.audit_refuse();

revoke update, delete on tenancy.audit from factorybot_host;
revoke insert, update, delete on tenancy.audit_head from factorybot_host;
revoke all on function tenancy.audit_seal(), tenancy.audit_refuse() from public;
