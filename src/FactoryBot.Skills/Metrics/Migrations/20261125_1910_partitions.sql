-- Facts by quarter. A row whose quarter has no partition yet goes to the default partition, so no row is ever refused for its day;
-- plant.make_partitions moves such rows when it makes the quarter.
create or replace function plant.partitioned_facts() returns text[]
    language sql immutable parallel safe
    as $$ select array['fact_production', 'fact_line_performance', 'fact_production_stop', 'fact_unit_count', 'fact_quality_issue'] $$;

-- Partitions are reached through their table alone: its policy is the wall, and its triggers keep the roll-ups.
create or replace function plant.close_partition(partition regclass) returns void
    language plpgsql set search_path = pg_catalog
    as $$
begin
    execute format('alter table %s enable row level security', partition);
    execute format('alter table %s force row level security', partition);
    execute format('drop policy if exists tenant on %s', partition);
    execute format(
        'create policy tenant on %s using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant())', partition);
    execute format('revoke all on %s from factorybot_host, factorybot_analyst, public', partition);
end
$$;

-- Makes the quarters of these days that are missing; for loaders, before their own transaction, and for maintenance. Waits two
-- seconds at most for whoever uses the tables, so that it never stands in the way of questions: without it the rows are still right.
create or replace function plant.make_partitions(first_day date, last_day date) returns integer
    language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s'
    as $$
declare
    fact text;
    quarter date;
    made integer := 0;
    place text;
begin
    if last_day < first_day or last_day - first_day > 366 * 50 then
        return 0;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('plant.partitions', 0));
    for quarter in
        select generate_series(date_trunc('quarter', first_day::timestamp), last_day::timestamp, interval '3 months')::date
    loop
        foreach fact in array plant.partitioned_facts() loop
            place := fact || to_char(quarter, '"_"YYYY"q"Q');
            continue when to_regclass('plant.' || quote_ident(place)) is not null;
            execute format('create table plant.%I (like plant.%I including defaults including constraints including indexes)', place, fact);
            execute format('lock table plant.%I in access exclusive mode', fact || '_other');
            execute format('alter table plant.%I no force row level security', fact || '_other');
            execute format(
                'with moved as (delete from plant.%I where day >= %L and day < %L returning *) insert into plant.%I select * from moved',
                fact || '_other', quarter, quarter + interval '3 months', place);
            execute format('alter table plant.%I force row level security', fact || '_other');
            perform plant.close_partition(('plant.' || quote_ident(place))::regclass);
            execute format(
                'alter table plant.%I attach partition plant.%I for values from (%L) to (%L)', fact, place, quarter, (quarter + interval '3 months')::date);
            made := made + 1;
        end loop;
    end loop;
    return made;
exception
    when lock_not_available then
        return 0;
end
$$;

revoke execute on function plant.close_partition(regclass) from public;
revoke execute on function plant.make_partitions(date, date) from public;
grant execute on function plant.make_partitions(date, date) to factorybot_host;

-- The tables that are there become partitioned ones of the same name, columns, checks, key, rights and rows. Their foreign keys cost more
-- than all else that an insert does; one check for each statement takes their place (see the next migration).
do $$
declare
    fact text;
    key_columns text;
    grants record;
    first_day date;
    last_day date;
begin
    foreach fact in array plant.partitioned_facts() loop
        continue when exists (select from pg_class where oid = ('plant.' || fact)::regclass and relkind = 'p');
        select string_agg(quote_ident(a.attname), ', ' order by k.place) into key_columns
        from pg_index i
        cross join unnest(i.indkey) with ordinality k (attnum, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
        where i.indrelid = ('plant.' || fact)::regclass and i.indisprimary;

        execute format('alter table plant.%I rename to %I', fact, fact || '_before');
        execute format('alter table plant.%I rename constraint %I to %I', fact || '_before', fact || '_pkey', fact || '_before_pkey');
        execute format('create table plant.%I (like plant.%I including defaults including constraints) partition by range (day)', fact, fact || '_before');
        execute format('alter table plant.%I add constraint %I primary key (%s)', fact, fact || '_pkey', key_columns);
        execute format('create table plant.%I partition of plant.%I default', fact || '_other', fact);
        perform plant.close_partition(('plant.' || fact || '_other')::regclass);

        execute format('alter table plant.%I no force row level security', fact || '_before');
        execute format('select least(min(day), $1) as first, greatest(max(day), $2) as last from plant.%I', fact || '_before')
            into first_day, last_day using first_day, last_day;
        execute format('insert into plant.%I select * from plant.%I', fact, fact || '_before');
        execute format('alter table plant.%I enable row level security', fact);
        execute format('alter table plant.%I force row level security', fact);
        execute format(
            'create policy tenant on plant.%I using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant())', fact);
        for grants in
            select grantee, privilege_type from information_schema.role_table_grants
            where table_schema = 'plant' and table_name = fact || '_before' and grantee <> current_user
        loop
            execute format('grant %s on plant.%I to %I', grants.privilege_type, fact, grants.grantee);
        end loop;
        execute format('drop table plant.%I', fact || '_before');
    end loop;

    -- Quarters are made for all facts together, so only once all of them are partitioned; their rows come out of the default partitions.
    perform plant.make_partitions(first_day, last_day);
end
$$;

create index if not exists fact_production_machine on plant.fact_production (tenant_id, machine_id, day);
create index if not exists fact_production_order on plant.fact_production (tenant_id, work_order_id);

-- A stop is kept by the day on which its shift began, but asked for by its times: whatever reaches into a period is found by its end.
create index if not exists fact_production_stop_machine on plant.fact_production_stop (tenant_id, machine_id, ended_at, started_at);
create index if not exists fact_quality_issue_machine on plant.fact_quality_issue (tenant_id, machine_id, noticed_at);
create index if not exists fact_quality_issue_noticed on plant.fact_quality_issue (tenant_id, noticed_at, quality_issue_id);
