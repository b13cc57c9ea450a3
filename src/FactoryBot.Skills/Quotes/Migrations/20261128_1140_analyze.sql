-- After a large list the planner must know at once how many parts there are: with what it knew of a smaller list it reads all of them for each line of a
-- request. The host owns no table, so it cannot have them counted itself.
create function quotes.count_parts() returns void
    language plpgsql volatile security definer set search_path = pg_catalog
    as $$
    begin
        analyze quotes.part;
        analyze quotes.part_term;
        analyze quotes.part_alias;
    end
    $$;
revoke all on function quotes.count_parts() from public;
grant execute on function quotes.count_parts() to factorybot_host;
