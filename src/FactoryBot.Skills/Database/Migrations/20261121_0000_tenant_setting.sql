-- The tenant of the running unit of work. Null outside of one, so that every policy then lets nothing through.
create schema if not exists tenancy;

create or replace function tenancy.current_tenant() returns uuid
    language sql stable parallel safe
    as $$ select nullif(current_setting('factorybot.tenant_id', true), '')::uuid $$;
