-- Vectors of what a source holds (tables, columns, figures, conditions by name, verified questions), so that a question finds the part that it
-- is about. The texts themselves stay in the semantic model; the hash says whether one has changed.
create table if not exists analysis.element (
    tenant_id uuid not null,
    source text not null,
    element text not null,
    generator text not null,
    hash text not null,
    vector vector(256) not null,
    primary key (tenant_id, source, element, generator)
);

-- The tenants whose questions are answered with a model; no others need vectors.
create table if not exists analysis.element_tenant (
    tenant_id uuid not null,
    fingerprint text not null default '',
    looked_at timestamptz,
    primary key (tenant_id)
);

do $$
declare
    name text;
begin
    foreach name in array array['element', 'element_tenant'] loop
        execute format('alter table analysis.%I enable row level security', name);
        execute format('alter table analysis.%I force row level security', name);
        execute format('drop policy if exists tenant on analysis.%I', name);
        execute format(
            'create policy tenant on analysis.%I using (tenant_id = tenancy.current_tenant()) '
            'with check (tenant_id = tenancy.current_tenant())', name);
    end loop;
end
$$;

-- Ids alone: the job begins before any tenant is known.
drop policy if exists tenants on analysis.element_tenant;
create policy tenants on analysis.element_tenant for select to current_user using (true);

create or replace function analysis.element_tenants() returns setof uuid
    language sql stable security definer set search_path = pg_catalog
    as $$ select t.tenant_id from analysis.element_tenant t $$;
revoke all on function analysis.element_tenants() from public;
grant execute on function analysis.element_tenants() to factorybot_host;
