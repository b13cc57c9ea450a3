-- What was asked, and databases of the tenant's own.
create schema if not exists analysis;

create table if not exists analysis.source (
    tenant_id uuid not null,
    name text not null,
    secret bytea not null,
    schemas text[] not null default '{}',
    tables text[] not null default '{}',
    lowest_role text not null default 'viewer',
    model text,
    added_at timestamptz not null default now(),
    primary key (tenant_id, name)
);

-- Every query with what it answered, so that it can be read again as it was.
create table if not exists analysis.query (
    tenant_id uuid not null,
    query_id uuid not null,
    asked_at timestamptz not null,
    member_id uuid not null,
    asker text not null,
    source text not null,
    sentence text,
    query jsonb,
    sql text not null,
    status text not null,
    row_count integer not null default 0,
    milliseconds integer not null default 0,
    result_hash text,
    data_version text not null default '',
    answer jsonb,
    primary key (tenant_id, query_id)
);

create index if not exists query_by_member on analysis.query (tenant_id, member_id, asked_at desc);

-- An answer that somebody has checked: used first for its sentence and the sentences that mean the same.
create table if not exists analysis.verified (
    tenant_id uuid not null,
    verified_id uuid not null,
    source text not null,
    sentences text[] not null,
    query jsonb,
    sql text not null,
    verified_by text not null,
    verified_at timestamptz not null,
    result_hash text,
    primary key (tenant_id, verified_id)
);

create table if not exists analysis.setting (
    tenant_id uuid not null,
    safe_mode boolean not null default false,
    primary key (tenant_id)
);

do $$
declare
    name text;
begin
    for name in select tablename from pg_tables where schemaname = 'analysis' loop
        execute format('alter table analysis.%I enable row level security', name);
        execute format('alter table analysis.%I force row level security', name);
        execute format('drop policy if exists tenant on analysis.%I', name);
        execute format(
            'create policy tenant on analysis.%I using (tenant_id = tenancy.current_tenant()) '
            'with check (tenant_id = tenancy.current_tenant())', name);
    end loop;
end
$$;
