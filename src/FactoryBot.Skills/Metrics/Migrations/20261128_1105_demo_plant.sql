-- What the demo plant of a tenant was made from, so that it can grow by a day without a row that is there changing.
create table if not exists plant.demo_plant (
    tenant_id uuid not null,
    first_day date not null,
    days integer not null check (days > 0),
    seed integer not null,
    last_day date not null,
    primary key (tenant_id)
);

alter table plant.demo_plant enable row level security;
alter table plant.demo_plant force row level security;
drop policy if exists tenant on plant.demo_plant;
create policy tenant on plant.demo_plant using (tenant_id = tenancy.current_tenant())
    with check (tenant_id = tenancy.current_tenant());
