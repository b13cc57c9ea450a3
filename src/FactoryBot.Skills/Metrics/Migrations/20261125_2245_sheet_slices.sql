-- Sheets are read by the thousand, one slice of each: a row for each slice, months apart from days so that they lie together, and not
-- compressed, because opening them would cost more than reading them. The host makes them anew.
drop table if exists plant.stop_sheet;
create table plant.stop_sheet (
    tenant_id uuid not null,
    grain smallint not null check (grain in (1, 2)),
    machine_id integer not null,
    -- The smallest integer: the whole day; else a shift.
    slice integer not null,
    bucket date not null,
    sheet bytea not null,
    primary key (tenant_id, grain, machine_id, slice, bucket)
) partition by list (grain);
alter table plant.stop_sheet alter column sheet set storage external;
create table plant.stop_sheet_day partition of plant.stop_sheet for values in (1);
create table plant.stop_sheet_month partition of plant.stop_sheet for values in (2);
alter table plant.stop_sheet enable row level security;
alter table plant.stop_sheet force row level security;
create policy tenant on plant.stop_sheet using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- Two cubes more, 5: month, line, shift, product; 6: month, machine. Why a figure changed is asked by each of these apart.
alter table plant.roll_production drop constraint if exists roll_production_cube_check;
alter table plant.roll_production add constraint roll_production_cube_check check (cube between 1 and 6);

create or replace function plant.roll_production_sql(fine text) returns text
    language sql immutable
    as $$
    select format($sql$
        insert into plant.roll_production
        select f.tenant_id, c.cube, c.scope_id, c.bucket, c.shift_id, c.product_id, $1,
            sum(f.scheduled), sum(f.planned), sum(f.run), sum(f.ideal), sum(f.ideal_good), sum(f.total), sum(f.good), sum(f.scrap), sum(f.row_count),
            sum(f.counted_total), sum(f.counted_good), sum(f.counted_scrap), sum(f.counted_rows), 0
        from (%s) f
        join plant.dim_machine m on m.tenant_id = f.tenant_id and m.machine_id = f.machine_id
        join plant.dim_line l on l.tenant_id = m.tenant_id and l.line_id = m.line_id
        cross join lateral (values
            (1::smallint, m.line_id, f.day, f.shift_id, f.product_id),
            (2::smallint, l.site_id, f.day, f.shift_id, 0),
            (3::smallint, 0, f.day, 0, 0),
            (4::smallint, f.machine_id, date_trunc('month', f.day::timestamp)::date, f.shift_id, f.product_id),
            (5::smallint, m.line_id, date_trunc('month', f.day::timestamp)::date, f.shift_id, f.product_id),
            (6::smallint, f.machine_id, date_trunc('month', f.day::timestamp)::date, 0, 0)
        ) c (cube, scope_id, bucket, shift_id, product_id)
        group by f.tenant_id, c.cube, c.scope_id, c.bucket, c.shift_id, c.product_id
        $sql$, fine)
    $$;

do $$
declare
    tenant uuid;
begin
    perform plant.close_partition('plant.stop_sheet_day'::regclass);
    perform plant.close_partition('plant.stop_sheet_month'::regclass);

    for tenant in select tenant_id from tenancy.tenant loop
        perform set_config('factorybot.tenant_id', tenant::text, true);
        perform plant.rebuild_rollups(tenant);
        perform plant.mark_stops(tenant, null);
    end loop;
    perform set_config('factorybot.tenant_id', '', true);
end
$$;
