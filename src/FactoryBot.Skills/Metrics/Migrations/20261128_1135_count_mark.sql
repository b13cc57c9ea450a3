-- Counts are taken in by their keys at once; hourly counts and production are derived from them once for many batches. A mark says of which
-- shift of a machine and which hours that is still to be done. Marks are only ever added by writers, as those of stops are.
create table if not exists plant.count_mark (
    tenant_id uuid not null,
    mark bigint not null default nextval('plant.roll_part'),
    day date not null,
    machine_id integer not null,
    shift_id integer not null,
    hours timestamptz[] not null,
    primary key (tenant_id, mark)
);

alter table plant.count_mark enable row level security;
alter table plant.count_mark force row level security;
drop policy if exists tenant on plant.count_mark;
create policy tenant on plant.count_mark using (tenant_id = tenancy.current_tenant())
    with check (tenant_id = tenancy.current_tenant());

create or replace function plant.tell_of_marks() returns trigger
    language plpgsql
    as $$
declare
    tenant uuid;
begin
    for tenant in select distinct tenant_id from new_rows loop
        perform pg_notify('plant_facts', tenant::text);
    end loop;
    return null;
end
$$;

create or replace trigger tell_of_marks after insert on plant.count_mark
    referencing new table as new_rows for each statement execute function plant.tell_of_marks();
