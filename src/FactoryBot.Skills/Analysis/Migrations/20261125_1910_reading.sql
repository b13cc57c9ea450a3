-- The plant as it is read by questions: plain names, no tenant column. Each view reads with the rights of who asks, so that the tables'
-- own policies decide which rows there are; the analyst role may read those tables for that reason only.
create schema if not exists reading;

create or replace view reading.sites with (security_invoker = true) as
    select site_id, name, time_zone from plant.dim_site;

create or replace view reading.lines with (security_invoker = true) as
    select l.line_id, l.name, l.site_id, t.name as line_type
    from plant.dim_line l left join plant.dim_line_type t on t.tenant_id = l.tenant_id and t.line_type_id = l.line_type_id;

create or replace view reading.machines with (security_invoker = true) as
    select machine_id, name, line_id, ideal_cycle_seconds from plant.dim_machine;

create or replace view reading.shifts with (security_invoker = true) as
    select shift_id, name, site_id, starts_at, ends_at from plant.dim_shift;

create or replace view reading.products with (security_invoker = true) as
    select product_id, name from plant.dim_product;

create or replace view reading.stop_reasons with (security_invoker = true) as
    select stop_reason_id, name, category, planned from plant.dim_stop_reason;

create or replace view reading.defect_types with (security_invoker = true) as
    select defect_type_id, name from plant.dim_defect_type;

create or replace view reading.work_orders with (security_invoker = true) as
    select w.work_order_id, w.number, w.line_id, w.product_id, s.name as status, w.starts_on as start_date, w.due_on as due_date, w.quantity
    from plant.work_order w join plant.dim_job_status s on s.tenant_id = w.tenant_id and s.job_status_id = w.job_status_id;

create or replace view reading.production with (security_invoker = true) as
    select p.day, p.machine_id, p.shift_id, p.work_order_id,
        p.scheduled_seconds / 3600.0 as scheduled_hours, p.planned_seconds / 3600.0 as planned_hours, p.run_seconds / 3600.0 as run_hours,
        p.total_count as total_parts, p.good_count as good_parts, p.scrap_count as scrap_parts
    from plant.fact_production p;

create or replace view reading.stops with (security_invoker = true) as
    select stop_id, day, machine_id, shift_id, stop_reason_id, planned, started_at, ended_at,
        extract(epoch from (ended_at - started_at)) / 60.0 as duration_minutes
    from plant.fact_production_stop;

create or replace view reading.hourly_counts with (security_invoker = true) as
    select day, machine_id, shift_id, hour_at, total_count as total_parts, good_count as good_parts, scrap_count as scrap_parts from plant.fact_unit_count;

create or replace view reading.quality_issues with (security_invoker = true) as
    select quality_issue_id, day, machine_id, shift_id, defect_type_id, noticed_at, severity, description, parts_affected from plant.fact_quality_issue;

grant usage on schema reading, plant, tenancy to factorybot_analyst;
grant execute on function tenancy.current_tenant() to factorybot_analyst;
grant select on all tables in schema reading to factorybot_analyst;
grant select on plant.dim_site, plant.dim_line, plant.dim_line_type, plant.dim_machine, plant.dim_shift, plant.dim_product, plant.dim_stop_reason,
    plant.dim_defect_type, plant.dim_job_status, plant.work_order, plant.fact_production, plant.fact_production_stop, plant.fact_unit_count,
    plant.fact_quality_issue to factorybot_analyst;
