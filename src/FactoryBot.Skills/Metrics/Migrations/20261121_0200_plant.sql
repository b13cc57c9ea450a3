-- The plant's star schema: what is made where, when, how fast and how well. Times in seconds, moments as instants;
-- "day" is the production day of the site, the local date on which its shift began.
create schema if not exists plant;

-- One row for each load; the highest version is the tenant's data version, the key of every cached answer.
create table if not exists plant.load (
    tenant_id uuid not null,
    version bigint not null,
    loaded_at timestamptz not null default now(),
    what text not null,
    row_count bigint not null check (row_count >= 0),
    primary key (tenant_id, version)
);

create table if not exists plant.dim_date (
    tenant_id uuid not null,
    day date not null,
    iso_year smallint not null,
    iso_week smallint not null check (iso_week between 1 and 53),
    year smallint not null,
    quarter smallint not null check (quarter between 1 and 4),
    month smallint not null check (month between 1 and 12),
    iso_weekday smallint not null check (iso_weekday between 1 and 7),
    primary key (tenant_id, day)
);

create table if not exists plant.dim_site (
    tenant_id uuid not null,
    site_id integer not null,
    name text not null,
    aliases text[] not null default '{}',
    time_zone text not null,
    primary key (tenant_id, site_id),
    unique (tenant_id, name)
);

create table if not exists plant.dim_line_type (
    tenant_id uuid not null,
    line_type_id integer not null,
    name text not null,
    primary key (tenant_id, line_type_id),
    unique (tenant_id, name)
);

create table if not exists plant.dim_line (
    tenant_id uuid not null,
    line_id integer not null,
    site_id integer not null,
    line_type_id integer,
    name text not null,
    aliases text[] not null default '{}',
    primary key (tenant_id, line_id),
    unique (tenant_id, site_id, name),
    foreign key (tenant_id, site_id) references plant.dim_site,
    foreign key (tenant_id, line_type_id) references plant.dim_line_type
);

create table if not exists plant.dim_machine (
    tenant_id uuid not null,
    machine_id integer not null,
    line_id integer not null,
    name text not null,
    aliases text[] not null default '{}',
    ideal_cycle_seconds numeric(14, 6) not null check (ideal_cycle_seconds >= 0),
    primary key (tenant_id, machine_id),
    unique (tenant_id, name),
    foreign key (tenant_id, line_id) references plant.dim_line
);

create table if not exists plant.dim_shift (
    tenant_id uuid not null,
    shift_id integer not null,
    site_id integer not null,
    name text not null,
    aliases text[] not null default '{}',
    starts_at time not null,
    ends_at time not null,
    primary key (tenant_id, shift_id),
    unique (tenant_id, site_id, name),
    foreign key (tenant_id, site_id) references plant.dim_site
);

create table if not exists plant.dim_job_status (
    tenant_id uuid not null,
    job_status_id integer not null,
    name text not null,
    primary key (tenant_id, job_status_id),
    unique (tenant_id, name)
);

-- planned: the stop is taken out of the planned busy time (ISO 22400-2: planned down time) and so is no loss.
create table if not exists plant.dim_stop_reason (
    tenant_id uuid not null,
    stop_reason_id integer not null,
    name text not null,
    category text not null,
    planned boolean not null,
    primary key (tenant_id, stop_reason_id),
    unique (tenant_id, name)
);

create table if not exists plant.dim_defect_type (
    tenant_id uuid not null,
    defect_type_id integer not null,
    name text not null,
    primary key (tenant_id, defect_type_id),
    unique (tenant_id, name)
);

create table if not exists plant.dim_product (
    tenant_id uuid not null,
    product_id integer not null,
    name text not null,
    aliases text[] not null default '{}',
    primary key (tenant_id, product_id),
    unique (tenant_id, name)
);

create table if not exists plant.work_order (
    tenant_id uuid not null,
    work_order_id integer not null,
    number text not null,
    line_id integer not null,
    product_id integer not null,
    job_status_id integer not null,
    starts_on date not null,
    due_on date not null,
    quantity integer not null check (quantity >= 0),
    primary key (tenant_id, work_order_id),
    unique (tenant_id, number),
    foreign key (tenant_id, line_id) references plant.dim_line,
    foreign key (tenant_id, product_id) references plant.dim_product,
    foreign key (tenant_id, job_status_id) references plant.dim_job_status
);

-- One row for each run of a machine in a shift; a second product in the same shift is run 2.
-- scheduled - planned = planned stops; planned - run = all other stops. No check forbids more good than total pieces or
-- more run than planned time: plants do send that, and the answer must say so instead of the load hiding it.
create table if not exists plant.fact_production (
    tenant_id uuid not null,
    day date not null,
    machine_id integer not null,
    shift_id integer not null,
    run_no smallint not null default 1,
    work_order_id integer,
    scheduled_seconds integer not null check (scheduled_seconds >= 0),
    planned_seconds integer not null check (planned_seconds >= 0),
    run_seconds integer not null check (run_seconds >= 0),
    ideal_cycle_seconds numeric(14, 6) not null check (ideal_cycle_seconds >= 0),
    total_count integer not null check (total_count >= 0),
    good_count integer not null check (good_count >= 0),
    scrap_count integer not null check (scrap_count >= 0),
    primary key (tenant_id, day, machine_id, shift_id, run_no),
    foreign key (tenant_id, day) references plant.dim_date,
    foreign key (tenant_id, machine_id) references plant.dim_machine,
    foreign key (tenant_id, shift_id) references plant.dim_shift,
    foreign key (tenant_id, work_order_id) references plant.work_order
);

create index if not exists fact_production_machine on plant.fact_production (tenant_id, machine_id, day);

-- What the line's own system books: the sums over its machines, for one shift.
create table if not exists plant.fact_line_performance (
    tenant_id uuid not null,
    day date not null,
    line_id integer not null,
    shift_id integer not null,
    job_status_id integer not null,
    planned_seconds integer not null check (planned_seconds >= 0),
    run_seconds integer not null check (run_seconds >= 0),
    ideal_seconds numeric(18, 6) not null check (ideal_seconds >= 0),
    total_count integer not null check (total_count >= 0),
    good_count integer not null check (good_count >= 0),
    scrap_count integer not null check (scrap_count >= 0),
    primary key (tenant_id, day, line_id, shift_id),
    foreign key (tenant_id, day) references plant.dim_date,
    foreign key (tenant_id, line_id) references plant.dim_line,
    foreign key (tenant_id, shift_id) references plant.dim_shift,
    foreign key (tenant_id, job_status_id) references plant.dim_job_status
);

create table if not exists plant.fact_production_stop (
    tenant_id uuid not null,
    day date not null,
    stop_id bigint not null,
    machine_id integer not null,
    shift_id integer not null,
    stop_reason_id integer not null,
    planned boolean not null,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    primary key (tenant_id, day, stop_id),
    foreign key (tenant_id, day) references plant.dim_date,
    foreign key (tenant_id, machine_id) references plant.dim_machine,
    foreign key (tenant_id, shift_id) references plant.dim_shift,
    foreign key (tenant_id, stop_reason_id) references plant.dim_stop_reason,
    check (ended_at >= started_at)
);

create index if not exists fact_production_stop_machine on plant.fact_production_stop (tenant_id, machine_id, started_at);

create table if not exists plant.fact_unit_count (
    tenant_id uuid not null,
    day date not null,
    machine_id integer not null,
    shift_id integer not null,
    hour_at timestamptz not null,
    total_count integer not null check (total_count >= 0),
    good_count integer not null check (good_count >= 0),
    scrap_count integer not null check (scrap_count >= 0),
    primary key (tenant_id, day, machine_id, shift_id, hour_at),
    foreign key (tenant_id, day) references plant.dim_date,
    foreign key (tenant_id, machine_id) references plant.dim_machine,
    foreign key (tenant_id, shift_id) references plant.dim_shift
);

create table if not exists plant.fact_quality_issue (
    tenant_id uuid not null,
    day date not null,
    quality_issue_id bigint not null,
    machine_id integer not null,
    shift_id integer not null,
    defect_type_id integer not null,
    noticed_at timestamptz not null,
    severity text not null check (severity in ('Low', 'Medium', 'High', 'Critical')),
    description text not null,
    parts_affected integer not null check (parts_affected >= 0),
    primary key (tenant_id, day, quality_issue_id),
    foreign key (tenant_id, day) references plant.dim_date,
    foreign key (tenant_id, machine_id) references plant.dim_machine,
    foreign key (tenant_id, shift_id) references plant.dim_shift,
    foreign key (tenant_id, defect_type_id) references plant.dim_defect_type
);

do $$
declare
    name text;
begin
    for name in select tablename from pg_tables where schemaname = 'plant' loop
        execute format('alter table plant.%I enable row level security', name);
        execute format('alter table plant.%I force row level security', name);
        execute format('drop policy if exists tenant on plant.%I', name);
        execute format(
            'create policy tenant on plant.%I using (tenant_id = tenancy.current_tenant()) '
            'with check (tenant_id = tenancy.current_tenant())', name);
    end loop;
end
$$;

-- Every host that keeps answers in memory hears of new data, whoever loads it.
create or replace function plant.tell_of_load() returns trigger
    language plpgsql
    as $$ begin perform pg_notify('plant_data', new.tenant_id::text); return null; end $$;

create or replace trigger tell_of_load after insert on plant.load
    for each row execute function plant.tell_of_load();
