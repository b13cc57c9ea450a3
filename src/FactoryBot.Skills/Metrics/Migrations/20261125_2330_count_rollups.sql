-- Hourly counts are asked for by hour; kept of them is only how many each day has. Sums by line, machine and product cost more than half of
-- what a row cost to take in, and nobody read them.
create or replace function plant.count_parts_sql(source text) returns text
    language sql immutable
    as $$
    select format($sql$
        insert into plant.roll_production
        select r.tenant_id, 3::smallint, 0, r.day, 0, 0, $1, 0, 0, 0, 0::numeric, 0::numeric, 0, 0, 0, 0,
            sum(r.sign * r.total_count), sum(r.sign * r.good_count), sum(r.sign * r.scrap_count), sum(r.sign), 0
        from %s r
        group by r.tenant_id, r.day
        $sql$, source)
    $$;

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
            execute plant.count_parts_sql(source) using part;
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
    execute format('with gone as (delete from plant.roll_production where tenant_id = $2), facts as (%s) %s union all %s',
        plant.fine_production('(select 1 as sign, p.* from plant.fact_production p where tenant_id = $2)'),
        plant.roll_production_sql('select * from facts')
            || ' union all select tenant_id, 3, 0, day, 0, 0, $1 - 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*) '
            || 'from plant.fact_production_stop where tenant_id = $2 group by tenant_id, day',
        replace(replace(plant.count_parts_sql('(select 1 as sign, c.* from plant.fact_unit_count c where tenant_id = $2)'),
            'insert into plant.roll_production', ''), '$1', '$1 - 2'))
        using -nextval('plant.roll_part'), tenant;
    perform nextval('plant.roll_part'), nextval('plant.roll_part');
    execute format('with gone as (delete from plant.roll_issue where tenant_id = $2) %s',
        plant.issue_parts_sql('(select 1 as sign, i.* from plant.fact_quality_issue i where tenant_id = $2)'))
        using -nextval('plant.roll_part'), tenant;
end
$$;

do $$
declare
    tenant uuid;
begin
    for tenant in select tenant_id from tenancy.tenant loop
        perform set_config('factorybot.tenant_id', tenant::text, true);
        perform plant.rebuild_rollups(tenant);
    end loop;
    perform set_config('factorybot.tenant_id', '', true);
end
$$;

drop function plant.fine_count(text);
