-- Roll-ups of production, hourly counts and quality issues, kept by triggers in the writer's own transaction. A roll-up is a bag of
-- partial sums: each statement adds parts of its own (what it inserted, less what it deleted), and whoever reads sums the parts. So two
-- writers never wait for each other, no order of rows matters, and a reader sees a row and its roll-up together or neither.
create table if not exists plant.roll_production (
    tenant_id uuid not null,
    -- 1: day, line, shift, product; 2: day, site, shift; 3: day; 4: month, machine, shift, product.
    cube smallint not null check (cube between 1 and 4),
    scope_id integer not null,
    bucket date not null,
    shift_id integer not null,
    -- 0: made without a work order, or counted without one.
    product_id integer not null,
    -- Positive: as a writer left it; negative: parts that were added up into one.
    part bigint not null,
    scheduled_seconds bigint not null,
    planned_seconds bigint not null,
    run_seconds bigint not null,
    ideal_seconds numeric not null,
    ideal_good_seconds numeric not null,
    total_count bigint not null,
    good_count bigint not null,
    scrap_count bigint not null,
    row_count bigint not null,
    counted_total bigint not null,
    counted_good bigint not null,
    counted_scrap bigint not null,
    counted_rows bigint not null,
    stop_rows bigint not null,
    primary key (tenant_id, cube, scope_id, bucket, shift_id, product_id, part)
);
create index if not exists roll_production_parts on plant.roll_production (tenant_id) where part > 0;

create table if not exists plant.roll_issue (
    tenant_id uuid not null,
    month date not null,
    site_id integer not null,
    shift_id integer not null,
    severity text not null,
    defect_type_id integer not null,
    part bigint not null,
    issues bigint not null,
    parts_affected bigint not null,
    primary key (tenant_id, month, site_id, shift_id, severity, defect_type_id, part)
);
create index if not exists roll_issue_parts on plant.roll_issue (tenant_id) where part > 0;

create sequence if not exists plant.roll_part;
grant usage on sequence plant.roll_part to factorybot_host;

-- What the foreign keys of the facts were: each statement's distinct keys are looked up once, and locked, so that neither a row that they
-- name nor its place in the plant (line, site, product) changes before the facts are there.
create or replace function plant.check_references(fact text, tenant uuid, days date[], machines integer[], shifts integer[]) returns void
    language plpgsql
    as $$
declare
    missing text;
begin
    perform from plant.dim_machine m where m.tenant_id = tenant and m.machine_id = any (machines) order by m.machine_id for share;
    perform from plant.dim_line l where l.tenant_id = tenant and l.line_id in (
        select line_id from plant.dim_machine m where m.tenant_id = tenant and m.machine_id = any (machines)) order by l.line_id for share;
    perform from plant.dim_shift s where s.tenant_id = tenant and s.shift_id = any (shifts) order by s.shift_id for key share;
    perform from plant.dim_date d where d.tenant_id = tenant and d.day = any (days) order by d.day for key share;
    select format('machine %s', id) into missing from unnest(machines) id
    where not exists (select from plant.dim_machine m where m.tenant_id = tenant and m.machine_id = id) limit 1;
    if missing is null then
        select format('shift %s', id) into missing from unnest(shifts) id
        where not exists (select from plant.dim_shift s where s.tenant_id = tenant and s.shift_id = id) limit 1;
    end if;
    if missing is null then
        select format('day %s', id) into missing from unnest(days) id
        where not exists (select from plant.dim_date d where d.tenant_id = tenant and d.day = id) limit 1;
    end if;
    if missing is not null then
        raise exception using errcode = 'foreign_key_violation', message = format('%s names %s, which is not known', fact, missing);
    end if;
end
$$;

create or replace function plant.check_references(fact text, tenant uuid, named text, ids integer[]) returns void
    language plpgsql
    as $$
declare
    id_column text := case named when 'work_order' then 'work_order_id' else replace(named, 'dim_', '') || '_id' end;
    missing integer;
begin
    execute format('select from plant.%I where tenant_id = $1 and %I = any ($2) order by %I for share', named, id_column, id_column) using tenant, ids;
    execute format('select id from unnest($2) id where id is not null and not exists (select from plant.%I where tenant_id = $1 and %I = id) limit 1', named, id_column)
        into missing using tenant, ids;
    if missing is not null then
        raise exception using errcode = 'foreign_key_violation', message = format('%s names %s %s, which is not known', fact, named, missing);
    end if;
end
$$;

-- The rows that a statement changed, the new ones with sign 1, the old ones with sign -1.
create or replace function plant.changed_rows(operation text) returns text
    language sql immutable
    as $$
    select case operation
        when 'INSERT' then '(select 1 as sign, n.* from new_rows n)'
        when 'DELETE' then '(select -1 as sign, o.* from old_rows o)'
        else '(select 1 as sign, n.* from new_rows n union all select -1, o.* from old_rows o)'
    end
    $$;

-- The statement that turns sums by day, machine, shift and product (the query "fine") into parts of every cube.
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
            (4::smallint, f.machine_id, date_trunc('month', f.day::timestamp)::date, f.shift_id, f.product_id)
        ) c (cube, scope_id, bucket, shift_id, product_id)
        group by f.tenant_id, c.cube, c.scope_id, c.bucket, c.shift_id, c.product_id
        $sql$, fine)
    $$;

create or replace function plant.fine_production(source text) returns text
    language sql immutable
    as $$
    select format($sql$
        select r.tenant_id, r.day, r.machine_id, r.shift_id, coalesce(w.product_id, 0) as product_id,
            sum(r.sign * r.scheduled_seconds) as scheduled, sum(r.sign * r.planned_seconds) as planned, sum(r.sign * r.run_seconds) as run,
            sum(r.sign * r.ideal_cycle_seconds * r.total_count) as ideal, sum(r.sign * r.ideal_cycle_seconds * r.good_count) as ideal_good,
            sum(r.sign * r.total_count) as total, sum(r.sign * r.good_count) as good, sum(r.sign * r.scrap_count) as scrap, sum(r.sign) as row_count,
            0 as counted_total, 0 as counted_good, 0 as counted_scrap, 0 as counted_rows
        from %s r
        left join plant.work_order w on w.tenant_id = r.tenant_id and w.work_order_id = r.work_order_id
        group by 1, 2, 3, 4, 5
        $sql$, source)
    $$;

create or replace function plant.fine_count(source text) returns text
    language sql immutable
    as $$
    select format($sql$
        select r.tenant_id, r.day, r.machine_id, r.shift_id, 0 as product_id,
            0 as scheduled, 0 as planned, 0 as run, 0::numeric as ideal, 0::numeric as ideal_good, 0 as total, 0 as good, 0 as scrap, 0 as row_count,
            sum(r.sign * r.total_count) as counted_total, sum(r.sign * r.good_count) as counted_good, sum(r.sign * r.scrap_count) as counted_scrap,
            sum(r.sign) as counted_rows
        from %s r
        group by 1, 2, 3, 4
        $sql$, source)
    $$;

create or replace function plant.issue_parts_sql(source text) returns text
    language sql immutable
    as $$
    select format($sql$
        insert into plant.roll_issue
        select r.tenant_id, date_trunc('month', r.day::timestamp)::date, l.site_id, r.shift_id, r.severity, r.defect_type_id, $1,
            sum(r.sign), sum(r.sign * r.parts_affected)
        from %s r
        join plant.dim_machine m on m.tenant_id = r.tenant_id and m.machine_id = r.machine_id
        join plant.dim_line l on l.tenant_id = m.tenant_id and l.line_id = m.line_id
        group by 1, 2, 3, 4, 5, 6
        $sql$, source)
    $$;

-- Stops overlap and reach over midnight, so their sums cannot be kept by adding: a change marks the days of its machine, the host computes
-- these days anew, and until it has, answers read the stops of marked days themselves. Marks are only ever added by writers. A local day
-- lies within a day of the UTC one, and a night shift belongs to the day before.
create table if not exists plant.stop_mark (
    tenant_id uuid not null,
    machine_id integer not null,
    mark bigint not null default nextval('plant.roll_part'),
    first_day date not null,
    last_day date not null,
    primary key (tenant_id, machine_id, mark)
);

create or replace function plant.fact_changed() returns trigger
    language plpgsql
    as $$
declare
    source text := plant.changed_rows(tg_op);
    part bigint := nextval('plant.roll_part');
    used record;
    tenant uuid;
begin
    -- Hosts sum up behind the writers; a statement that changed nothing has nobody to tell.
    for tenant in execute format('select distinct tenant_id from %s r', source) loop
        perform pg_notify('plant_facts', tenant::text);
    end loop;
    if tenant is null then
        return null;
    end if;
    if tg_op <> 'DELETE' then
        for used in
            with keys as (select distinct tenant_id, day, machine_id, shift_id from new_rows)
            select tenant_id, array_agg(distinct day) as days, array_agg(distinct machine_id) as machines, array_agg(distinct shift_id) as shifts
            from keys group by tenant_id
        loop
            perform plant.check_references(tg_table_name, used.tenant_id, used.days, used.machines, used.shifts);
        end loop;
    end if;
    case tg_table_name
        when 'fact_production' then
            if tg_op <> 'DELETE' then
                for used in select tenant_id, array_agg(distinct work_order_id) as ids from new_rows where work_order_id is not null group by tenant_id loop
                    perform plant.check_references(tg_table_name, used.tenant_id, 'work_order', used.ids);
                end loop;
            end if;
            execute plant.roll_production_sql(plant.fine_production(source)) using part;
        when 'fact_unit_count' then
            execute plant.roll_production_sql(plant.fine_count(source)) using part;
        when 'fact_quality_issue' then
            if tg_op <> 'DELETE' then
                for used in select tenant_id, array_agg(distinct defect_type_id) as ids from new_rows group by tenant_id loop
                    perform plant.check_references(tg_table_name, used.tenant_id, 'dim_defect_type', used.ids);
                end loop;
            end if;
            execute plant.issue_parts_sql(source) using part;
        else
            if tg_op <> 'DELETE' then
                for used in select tenant_id, array_agg(distinct stop_reason_id) as ids from new_rows group by tenant_id loop
                    perform plant.check_references(tg_table_name, used.tenant_id, 'dim_stop_reason', used.ids);
                end loop;
            end if;
            execute format($sql$
                insert into plant.stop_mark (tenant_id, machine_id, first_day, last_day)
                select tenant_id, machine_id, min((started_at at time zone 'UTC')::date) - 2, max((ended_at at time zone 'UTC')::date) + 1
                from %s r
                group by tenant_id, machine_id, date_trunc('month', started_at, 'UTC')
                $sql$, source);
            execute format($sql$
                insert into plant.roll_production
                select tenant_id, 3, 0, day, 0, 0, $1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, sum(sign)
                from %s r
                group by tenant_id, day
                $sql$, source) using part;
    end case;
    return null;
end
$$;

-- The sums of whole tables again; under a lock that adding up parts takes too. What a writer commits meanwhile comes on top with its parts.
create or replace function plant.rebuild_rollups(tenant uuid) returns void
    language plpgsql
    as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('plant.rollups ' || tenant, 0));
    execute format('with gone as (delete from plant.roll_production where tenant_id = $2), facts as (%s union all %s) %s',
        plant.fine_production('(select 1 as sign, p.* from plant.fact_production p where tenant_id = $2)'),
        plant.fine_count('(select 1 as sign, c.* from plant.fact_unit_count c where tenant_id = $2)'),
        plant.roll_production_sql('select * from facts')
            || ' union all select tenant_id, 3, 0, day, 0, 0, $1 - 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*) '
            || 'from plant.fact_production_stop where tenant_id = $2 group by tenant_id, day')
        using -nextval('plant.roll_part'), tenant;
    perform nextval('plant.roll_part');
    execute format('with gone as (delete from plant.roll_issue where tenant_id = $2) %s',
        plant.issue_parts_sql('(select 1 as sign, i.* from plant.fact_quality_issue i where tenant_id = $2)'))
        using -nextval('plant.roll_part'), tenant;
end
$$;

-- Adds the parts of each key up into one. Returns how many rows went.
create or replace function plant.compact_rollups(tenant uuid) returns bigint
    language plpgsql
    as $$
declare
    part_no bigint;
    gone_rows bigint;
    other_rows bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended('plant.rollups ' || tenant, 0));
    part_no := -nextval('plant.roll_part');
    with keys as (
        select distinct tenant_id, cube, scope_id, bucket, shift_id, product_id from plant.roll_production where tenant_id = tenant and part > 0
    ), gone as (
        delete from plant.roll_production r using keys k
        where (r.tenant_id, r.cube, r.scope_id, r.bucket, r.shift_id, r.product_id) = (k.tenant_id, k.cube, k.scope_id, k.bucket, k.shift_id, k.product_id)
        returning r.*
    ), kept as (
        insert into plant.roll_production
        select tenant_id, cube, scope_id, bucket, shift_id, product_id, part_no,
            sum(scheduled_seconds), sum(planned_seconds), sum(run_seconds), sum(ideal_seconds), sum(ideal_good_seconds),
            sum(total_count), sum(good_count), sum(scrap_count), sum(row_count),
            sum(counted_total), sum(counted_good), sum(counted_scrap), sum(counted_rows), sum(stop_rows)
        from gone
        group by 1, 2, 3, 4, 5, 6
        having sum(row_count) <> 0 or sum(counted_rows) <> 0 or sum(stop_rows) <> 0
    )
    select count(*) into gone_rows from gone;
    with keys as (
        select distinct tenant_id, month, site_id, shift_id, severity, defect_type_id from plant.roll_issue where tenant_id = tenant and part > 0
    ), gone as (
        delete from plant.roll_issue r using keys k
        where (r.tenant_id, r.month, r.site_id, r.shift_id, r.severity, r.defect_type_id) = (k.tenant_id, k.month, k.site_id, k.shift_id, k.severity, k.defect_type_id)
        returning r.*
    ), kept as (
        insert into plant.roll_issue
        select tenant_id, month, site_id, shift_id, severity, defect_type_id, part_no, sum(issues), sum(parts_affected)
        from gone
        group by 1, 2, 3, 4, 5, 6
        having sum(issues) <> 0
    )
    select count(*) into other_rows from gone;
    return gone_rows + other_rows;
end
$$;

do $$
declare
    fact text;
begin
    foreach fact in array array['fact_production', 'fact_production_stop', 'fact_unit_count', 'fact_quality_issue'] loop
        execute format('create or replace trigger roll_insert after insert on plant.%I referencing new table as new_rows for each statement execute function plant.fact_changed()', fact);
        execute format('create or replace trigger roll_delete after delete on plant.%I referencing old table as old_rows for each statement execute function plant.fact_changed()', fact);
        execute format('create or replace trigger roll_update after update on plant.%I referencing new table as new_rows old table as old_rows for each statement execute function plant.fact_changed()', fact);
    end loop;
end
$$;

-- The sums of one machine's stops in a day (grain 1) or a month (grain 2), merged and cut, as the host computes them.
create table if not exists plant.stop_sheet (
    tenant_id uuid not null,
    grain smallint not null check (grain in (1, 2)),
    machine_id integer not null,
    bucket date not null,
    sheet bytea not null,
    primary key (tenant_id, grain, machine_id, bucket)
);

-- Which stops count as failures is a setting of the host; sheets made by another one are not read.
create table if not exists plant.stop_sheet_rules (
    tenant_id uuid not null primary key,
    rules text not null
);
