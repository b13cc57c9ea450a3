-- Catalogues that were indexed under other terms than this release's are found, and indexed anew.
alter table quotes.catalogue add column if not exists terms_version integer not null default 1;

create or replace function quotes.indexed_otherwise(version integer) returns setof uuid
    language sql stable security definer set search_path = pg_catalog
    as $$ select c.tenant_id from quotes.catalogue c where c.terms_version <> indexed_otherwise.version $$;
revoke all on function quotes.indexed_otherwise(integer) from public;
grant execute on function quotes.indexed_otherwise(integer) to factorybot_host;
