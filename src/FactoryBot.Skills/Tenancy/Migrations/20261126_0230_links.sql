-- One company in two channels: a further key of an organisation that means the same tenant. Only the owner of the tables adds or removes one,
-- at the command line; whoever could, could read the tenant's rows.
create table tenancy.tenant_key (
    tenant_id uuid not null references tenancy.tenant,
    key text not null unique check (length(key) between 1 and 200),
    added_at timestamptz not null default now(),
    primary key (tenant_id, key)
);
alter table tenancy.tenant_key enable row level security;
alter table tenancy.tenant_key force row level security;
create policy tenant on tenancy.tenant_key using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
create policy directory on tenancy.tenant_key for select to current_user using (true);
revoke insert, update, delete on tenancy.tenant_key from factorybot_host;

-- A further key wins over an organisation's own tenant: it may have written before the two were joined.
create or replace function tenancy.find_tenant(wanted text) returns uuid
    language sql stable security definer set search_path = pg_catalog
    as $$
        select coalesce(
            (select k.tenant_id from tenancy.tenant_key k where k.key = wanted),
            (select t.tenant_id from tenancy.tenant t where t.key = wanted))
    $$;

-- One person in two channels: whoever writes the code in the second channel is the member that was shown it in the first.
create table tenancy.link_code (
    tenant_id uuid not null,
    member_id uuid not null,
    -- SHA-256 of the code; the code itself is nowhere.
    hash bytea not null check (length(hash) = 32),
    expires_at timestamptz not null,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references tenancy.member
);
alter table tenancy.link_code enable row level security;
alter table tenancy.link_code force row level security;
create policy tenant on tenancy.link_code using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

alter table tenancy.member drop constraint member_kind_check;
alter table tenancy.member add constraint member_kind_check check (kind in ('person', 'key', 'joined'));

-- How a channel knows somebody is changed by this alone, and only with a code that the other member was shown.
create function tenancy.join_member(joins uuid, code_hash bytea, at timestamptz) returns uuid
    language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        tenant uuid := tenancy.current_tenant();
        stays uuid;
    begin
        delete from tenancy.link_code c
        where c.tenant_id = tenant and c.hash = code_hash and c.expires_at > at and c.member_id <> joins
        returning c.member_id into stays;
        if stays is null then
            return null;
        end if;
        update tenancy.member_identity i set member_id = stays where i.tenant_id = tenant and i.member_id = joins;
        update tenancy.member m set kind = 'joined' where m.tenant_id = tenant and m.member_id = joins and m.kind = 'person';
        return stays;
    end
    $$;
revoke all on function tenancy.join_member(uuid, bytea, timestamptz) from public;
grant execute on function tenancy.join_member(uuid, bytea, timestamptz) to factorybot_host;
