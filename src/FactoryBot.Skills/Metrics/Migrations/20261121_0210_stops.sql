-- A stop may come without a reason; the answer then says how much time has none.
alter table plant.fact_production_stop alter column stop_reason_id drop not null;

-- Stops that reach into a period are found by their end, however early they began.
create index if not exists fact_production_stop_ended on plant.fact_production_stop (tenant_id, ended_at);
