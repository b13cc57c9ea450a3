-- Who belongs to which organisation, and what they may do there.
create table tenancy.tenant (
    tenant_id uuid not null primary key,
    -- The channel's kind and its own id of the organisation: msteams:<tenant id>, slack:<team id>; "demo" locally.
    key text not null unique check (length(key) between 1 and 200),
    name text not null check (length(name) between 1 and 120),
    time_zone text not null,
    -- Owners and admins are made by name, never by default.
    default_role text not null default 'viewer' check (default_role in ('viewer', 'analyst', 'manager')),
    created_at timestamptz not null default now()
);

create table tenancy.member (
    tenant_id uuid not null references tenancy.tenant,
    member_id uuid not null,
    -- Unique in its tenant, so that a name in a sentence always means one member.
    name text not null check (length(name) between 1 and 100),
    role text not null check (role in ('viewer', 'analyst', 'manager', 'admin', 'owner')),
    kind text not null default 'person' check (kind in ('person', 'key')),
    created_at timestamptz not null default now(),
    primary key (tenant_id, member_id)
);
create unique index member_by_name on tenancy.member (tenant_id, lower(name));

-- How a channel knows a member.
create table tenancy.member_identity (
    tenant_id uuid not null,
    channel text not null,
    channel_user_id text not null,
    member_id uuid not null,
    primary key (tenant_id, channel, channel_user_id),
    foreign key (tenant_id, member_id) references tenancy.member
);

-- A module without a row is switched on.
create table tenancy.module (
    tenant_id uuid not null references tenancy.tenant,
    module text not null check (module in ('metrics', 'analysis', 'quotes', 'knowledge', 'documents', 'operations')),
    enabled boolean not null,
    primary key (tenant_id, module)
);

create table tenancy.api_key (
    tenant_id uuid not null,
    key_id uuid not null,
    -- The member as which the key acts; the member's role is the key's role.
    member_id uuid not null,
    -- SHA-256 of the key; the key itself is nowhere.
    hash bytea not null unique check (length(hash) = 32),
    prefix text not null,
    created_by uuid,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    revoked_at timestamptz,
    primary key (tenant_id, key_id),
    foreign key (tenant_id, member_id) references tenancy.member
);

insert into tenancy.tenant (tenant_id, key, name, time_zone)
values ('00000000-0000-0000-0000-0000000000d0', 'demo', 'Demo plant', 'Europe/Berlin');

do $wall$
declare
    name text;
begin
    foreach name in array array['tenant', 'member', 'member_identity', 'module', 'api_key'] loop
        execute format('alter table tenancy.%I enable row level security', name);
        execute format('alter table tenancy.%I force row level security', name);
        execute format(
            'create policy tenant on tenancy.%I using (tenant_id = tenancy.current_tenant()) '
            'with check (tenant_id = tenancy.current_tenant())', name);
    end loop;
end
$wall$;

-- A tenant is looked up by its key, and an API key by its hash, before any tenant is known. The owner of these tables
-- runs the three functions below for that; they give away ids and nothing else.
create policy directory on tenancy.tenant for select to current_user using (true);
create policy directory_add on tenancy.tenant for insert to current_user with check (true);
create policy directory on tenancy.api_key for select to current_user using (true);

create function tenancy.find_tenant(wanted text) returns uuid
    language sql stable security definer set search_path = pg_catalog
    as $$ select t.tenant_id from tenancy.tenant t where t.key = wanted $$;

-- Adds the organisation of a channel unless it is there; the id of the first one wins.
create function tenancy.add_tenant(new_id uuid, wanted text, new_name text, new_time_zone text) returns uuid
    language sql volatile security definer set search_path = pg_catalog
    as $$
        insert into tenancy.tenant (tenant_id, key, name, time_zone)
        select new_id, wanted, new_name, new_time_zone where wanted ~ '^(msteams|slack):.'
        on conflict (key) do nothing;
        select t.tenant_id from tenancy.tenant t where t.key = wanted
    $$;

create function tenancy.find_api_key(wanted bytea) returns table (tenant_id uuid, key_id uuid)
    language sql stable security definer set search_path = pg_catalog
    as $$ select k.tenant_id, k.key_id from tenancy.api_key k where k.hash = wanted and k.revoked_at is null $$;

revoke all on function
    tenancy.find_tenant(text), tenancy.add_tenant(uuid, text, text, text), tenancy.find_api_key(bytea) from public;
grant execute on function
    tenancy.find_tenant(text), tenancy.add_tenant(uuid, text, text, text), tenancy.find_api_key(bytea) to factorybot_host;

-- What never changes cannot be changed, and nobody is removed: turns and audit entries refer to members.
revoke insert, update, delete on tenancy.tenant from factorybot_host;
grant update (name, time_zone, default_role) on tenancy.tenant to factorybot_host;
revoke update, delete on tenancy.member from factorybot_host;
grant update (role) on tenancy.member to factorybot_host;
revoke update, delete on tenancy.member_identity from factorybot_host;
revoke update, delete on tenancy.api_key from factorybot_host;
grant update (last_used_at, revoked_at) on tenancy.api_key to factorybot_host;
