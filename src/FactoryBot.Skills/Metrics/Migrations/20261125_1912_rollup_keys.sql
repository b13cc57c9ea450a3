-- What the facts name cannot go while they name it.
create or replace function plant.still_used() returns trigger
    language plpgsql
    as $$
declare
    fact text;
    used boolean;
begin
    foreach fact in array tg_argv[1:] loop
        execute format(
            'select exists (select from old_rows o join plant.%1$I f on f.tenant_id = o.tenant_id and f.%2$I = o.%2$I '
            'where not exists (select from plant.%3$I d where d.tenant_id = o.tenant_id and d.%2$I = o.%2$I))',
            fact, tg_argv[0], tg_table_name) into used;
        if used then
            raise exception using errcode = 'foreign_key_violation', message = format('%s still names what is being taken from %s', fact, tg_table_name);
        end if;
    end loop;
    return null;
end
$$;

-- Line, site and product are part of a roll-up's key, so what moves to another of them is added up again.
create or replace function plant.place_changed() returns trigger
    language plpgsql
    as $$
declare
    tenant uuid;
begin
    for tenant in execute case tg_table_name
        when 'dim_machine' then 'select distinct n.tenant_id from new_rows n join old_rows o using (tenant_id, machine_id) where n.line_id <> o.line_id'
        when 'dim_line' then 'select distinct n.tenant_id from new_rows n join old_rows o using (tenant_id, line_id) where n.site_id <> o.site_id'
        else 'select distinct n.tenant_id from new_rows n join old_rows o using (tenant_id, work_order_id) where n.product_id <> o.product_id '
            'and exists (select from plant.fact_production f where f.tenant_id = n.tenant_id and f.work_order_id = n.work_order_id)'
        end
    loop
        perform plant.rebuild_rollups(tenant);
        perform plant.mark_stops(tenant, null);
    end loop;
    return null;
end
$$;

-- What else the sums of stops depend on: the clock of a site, the times of its shifts, the names and kinds of reasons.
create or replace function plant.stop_rules_changed() returns trigger
    language plpgsql
    as $$
declare
    changed record;
begin
    for changed in execute case tg_table_name
        when 'dim_site' then 'select distinct n.tenant_id, n.site_id from new_rows n join old_rows o using (tenant_id, site_id) where n.time_zone <> o.time_zone'
        when 'dim_shift' then format('select distinct tenant_id, site_id from %s', case tg_op when 'DELETE' then 'old_rows' when 'INSERT' then 'new_rows'
            else '(select n.* from new_rows n left join old_rows o using (tenant_id, shift_id) '
                'where (n.starts_at, n.ends_at, n.site_id) is distinct from (o.starts_at, o.ends_at, o.site_id)) s' end)
        else 'select distinct n.tenant_id, null::integer as site_id from new_rows n join old_rows o using (tenant_id, stop_reason_id) '
            'where (n.name, n.category) <> (o.name, o.category)'
        end
    loop
        perform plant.mark_stops(changed.tenant_id, changed.site_id);
    end loop;
    return null;
end
$$;

-- Marks all days of all machines of a site, or of the tenant.
create or replace function plant.mark_stops(tenant uuid, site integer) returns void
    language sql
    as $$
    insert into plant.stop_mark (tenant_id, machine_id, first_day, last_day)
    select m.tenant_id, m.machine_id, '0001-01-01', '9999-12-31'
    from plant.dim_machine m
    join plant.dim_line l on l.tenant_id = m.tenant_id and l.line_id = m.line_id
    where m.tenant_id = tenant and (site is null or l.site_id = site)
    $$;

do $$
declare
    used record;
begin
    for used in
        select * from (values
            ('dim_machine', 'machine_id', array['fact_production', 'fact_production_stop', 'fact_unit_count', 'fact_quality_issue']),
            ('dim_shift', 'shift_id', array['fact_production', 'fact_production_stop', 'fact_unit_count', 'fact_quality_issue']),
            ('dim_date', 'day', array['fact_production', 'fact_production_stop', 'fact_unit_count', 'fact_quality_issue']),
            ('dim_stop_reason', 'stop_reason_id', array['fact_production_stop']),
            ('dim_defect_type', 'defect_type_id', array['fact_quality_issue']),
            ('work_order', 'work_order_id', array['fact_production'])) as u (name, id, facts)
    loop
        execute format('create or replace trigger still_used_delete after delete on plant.%I referencing old table as old_rows for each statement execute function plant.still_used(%L, %s)',
            used.name, used.id, (select string_agg(quote_literal(f), ', ') from unnest(used.facts) f));
        execute format('create or replace trigger still_used_update after update on plant.%I referencing old table as old_rows for each statement execute function plant.still_used(%L, %s)',
            used.name, used.id, (select string_agg(quote_literal(f), ', ') from unnest(used.facts) f));
    end loop;
    for used in select unnest(array['dim_machine', 'dim_line', 'work_order']) as name loop
        execute format('create or replace trigger place_changed after update on plant.%I referencing new table as new_rows old table as old_rows for each statement execute function plant.place_changed()', used.name);
    end loop;
    for used in select unnest(array['dim_site', 'dim_shift', 'dim_stop_reason']) as name loop
        execute format('create or replace trigger stop_rules_changed after update on plant.%I referencing new table as new_rows old table as old_rows for each statement execute function plant.stop_rules_changed()', used.name);
    end loop;
    create or replace trigger stop_rules_insert after insert on plant.dim_shift referencing new table as new_rows for each statement execute function plant.stop_rules_changed();
    create or replace trigger stop_rules_delete after delete on plant.dim_shift referencing old table as old_rows for each statement execute function plant.stop_rules_changed();
end
$$;

-- Line performance keeps its few foreign keys: a partitioned table may have them, and it is small.
alter table plant.fact_line_performance
    add foreign key (tenant_id, day) references plant.dim_date,
    add foreign key (tenant_id, line_id) references plant.dim_line,
    add foreign key (tenant_id, shift_id) references plant.dim_shift,
    add foreign key (tenant_id, job_status_id) references plant.dim_job_status;

do $$
declare
    name text;
    tenant uuid;
begin
    foreach name in array array['roll_production', 'roll_issue', 'stop_mark', 'stop_sheet', 'stop_sheet_rules'] loop
        execute format('alter table plant.%I enable row level security', name);
        execute format('alter table plant.%I force row level security', name);
        execute format('drop policy if exists tenant on plant.%I', name);
        execute format(
            'create policy tenant on plant.%I using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant())', name);
    end loop;

    -- An owner that is no superuser sees the rows of one tenant at a time.
    for tenant in select tenant_id from tenancy.tenant loop
        perform set_config('factorybot.tenant_id', tenant::text, true);
        perform plant.rebuild_rollups(tenant);
        perform plant.mark_stops(tenant, null);
    end loop;
    perform set_config('factorybot.tenant_id', '', true);
end
$$;
