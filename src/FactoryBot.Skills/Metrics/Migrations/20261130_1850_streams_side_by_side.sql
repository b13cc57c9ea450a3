-- Batches of a stream read their rows by names that they know already, and have to know whether those have changed since.
alter table plant.load add column if not exists names boolean not null default true;

create index if not exists load_names on plant.load (tenant_id, version) where names;
