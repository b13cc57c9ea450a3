-- What a member says when he means one of several things: asked back once, then kept.
create table if not exists analysis.word (
    tenant_id uuid not null,
    member_id uuid not null,
    source text not null,
    word text not null,
    phrase text not null,
    taught_at timestamptz not null,
    primary key (tenant_id, member_id, source, word)
);

alter table analysis.word enable row level security;
alter table analysis.word force row level security;
create policy tenant on analysis.word using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- Whom a change of a verified answer is told, and against what it was held last.
alter table analysis.verified add column if not exists owner_id uuid;
alter table analysis.verified add column if not exists checked_version text;
alter table analysis.verified add column if not exists checked_hash text;

-- The tenants with verified answers, ids alone: the job that checks them begins before any tenant is known.
create policy tenants on analysis.verified for select to current_user using (true);

create function analysis.verified_tenants() returns setof uuid
    language sql stable security definer set search_path = pg_catalog
    as $$ select distinct v.tenant_id from analysis.verified v $$;
revoke all on function analysis.verified_tenants() from public;
grant execute on function analysis.verified_tenants() to factorybot_host;
