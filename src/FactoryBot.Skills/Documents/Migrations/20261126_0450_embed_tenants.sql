-- The tenants that keep documents, ids alone: the job that makes vectors anew begins before any tenant is known.
create policy tenants on documents.document for select to current_user using (true);

create function documents.tenants() returns setof uuid
    language sql stable security definer set search_path = pg_catalog
    as $$ select distinct d.tenant_id from documents.document d $$;
revoke all on function documents.tenants() from public;
grant execute on function documents.tenants() to factorybot_host;
