-- What comes in from outside: rows keep the key under which they are known again, and the calendar says when work is planned.

-- Counts and cycles as they came; production and hourly counts are derived from them, so that a late row corrects both.
create table if not exists plant.count_event (
    tenant_id uuid not null,
    machine_id integer not null,
    key text not null,
    day date not null,
    shift_id integer not null,
    counted_at timestamptz not null,
    product_id integer,
    work_order_id integer,
    total_count integer not null check (total_count >= 0),
    good_count integer not null check (good_count >= 0),
    scrap_count integer not null check (scrap_count >= 0),
    run_seconds numeric(14, 3) check (run_seconds >= 0),
    primary key (tenant_id, machine_id, key)
);

create index if not exists count_event_slot on plant.count_event (tenant_id, day, machine_id, shift_id);

-- Which row of production a key stands for. derived: made from counts, not booked by anybody.
create table if not exists plant.production_run (
    tenant_id uuid not null,
    key text not null,
    day date not null,
    machine_id integer not null,
    shift_id integer not null,
    run_no smallint not null,
    started_at timestamptz,
    ended_at timestamptz,
    operator text,
    derived boolean not null,
    plan_from_calendar boolean not null,
    run_from_stops boolean not null,
    primary key (tenant_id, key),
    unique (tenant_id, day, machine_id, shift_id, run_no)
);

create table if not exists plant.stop_key (
    tenant_id uuid not null,
    key text not null,
    day date not null,
    stop_id bigint not null,
    run_key text,
    primary key (tenant_id, key)
);

create index if not exists stop_key_run on plant.stop_key (tenant_id, run_key) where run_key is not null;

-- A stop that has not ended is in no figure yet.
create table if not exists plant.open_stop (
    tenant_id uuid not null,
    key text not null,
    machine_id integer not null,
    stop_reason_id integer,
    planned boolean not null,
    started_at timestamptz not null,
    primary key (tenant_id, key)
);

create table if not exists plant.issue_key (
    tenant_id uuid not null,
    key text not null,
    day date not null,
    quality_issue_id bigint not null,
    primary key (tenant_id, key)
);

-- Codes under which systems export a reason.
create table if not exists plant.reason_code (
    tenant_id uuid not null,
    code text not null,
    stop_reason_id integer not null,
    primary key (tenant_id, code),
    foreign key (tenant_id, stop_reason_id) references plant.dim_stop_reason
);

-- machine_id 0: on every machine.
create table if not exists plant.product_cycle (
    tenant_id uuid not null,
    product_id integer not null,
    machine_id integer not null default 0,
    ideal_cycle_seconds numeric(14, 6) not null check (ideal_cycle_seconds >= 0),
    primary key (tenant_id, product_id, machine_id),
    foreign key (tenant_id, product_id) references plant.dim_product
);

-- When a shift works. line_id null: every line of the site that has no rule of its own. Times by the clock on the wall.
create table if not exists plant.shift_rule (
    tenant_id uuid not null,
    rule_id integer not null,
    site_id integer not null,
    line_id integer,
    shift_id integer not null,
    weekdays smallint[] not null,
    starts_at time not null,
    ends_at time not null,
    break_starts time[] not null default '{}',
    break_minutes integer[] not null default '{}',
    valid_from date,
    valid_to date,
    primary key (tenant_id, rule_id),
    foreign key (tenant_id, shift_id) references plant.dim_shift
);

-- Days that differ: nobody works (holiday), the machines are maintained, or a shift is worked that the week does not have (extra).
create table if not exists plant.calendar_day (
    tenant_id uuid not null,
    entry_id integer not null,
    site_id integer not null,
    line_id integer,
    day date not null,
    kind text not null check (kind in ('holiday', 'maintenance', 'extra')),
    starts_at time,
    ends_at time,
    shift_id integer,
    name text not null,
    primary key (tenant_id, entry_id)
);

create index if not exists calendar_day_day on plant.calendar_day (tenant_id, day);

do $$
declare
    name text;
begin
    foreach name in array array['count_event', 'production_run', 'stop_key', 'open_stop', 'issue_key', 'reason_code', 'product_cycle', 'shift_rule', 'calendar_day'] loop
        execute format('alter table plant.%I enable row level security', name);
        execute format('alter table plant.%I force row level security', name);
        execute format('drop policy if exists tenant on plant.%I', name);
        execute format(
            'create policy tenant on plant.%I using (tenant_id = tenancy.current_tenant()) '
            'with check (tenant_id = tenancy.current_tenant())', name);
    end loop;
end
$$;
