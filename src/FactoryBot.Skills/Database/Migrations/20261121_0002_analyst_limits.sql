-- A single SELECT of the analyst role must not be able to change the tenant, run further SQL out of a text, hold locks,
-- signal other sessions, wait, or write. Only a superuser may take functions of PostgreSQL itself away from everybody;
-- on a server where the owner is none, the host finds out at start and keeps people's own SQL off.
do $limits$
declare
    escape record;
begin
    for escape in
        select p.oid::regprocedure as signature
        from pg_proc p
        where p.pronamespace = 'pg_catalog'::regnamespace
          and p.prokind = 'f'
          and p.proname ~ any (array[
              '^set_config$', '^setval$', '^setseed$', '^ts_stat$',
              '^(query|cursor|table|schema|database)_to_xml', '^(pg_)?lo_', '^lo(read|write)$', '^lowrite$',
              '^pg_(try_)?advisory_(xact_)?lock', '^pg_notify$', '^pg_sleep', '^pg_(cancel|terminate)_backend$',
              '^pg_export_snapshot$', '^pg_logical_emit_message$', '^pg_lock_status$', '^pg_stat_get_activity$'])
    loop
        execute format('revoke execute on function %s from public', escape.signature);
        execute format('grant execute on function %s to factorybot_host', escape.signature);
    end loop;
    revoke usage on language plpgsql from public;
exception
    when insufficient_privilege then
        raise notice 'The functions of the server stay open to the analyst role.';
end
$limits$;
