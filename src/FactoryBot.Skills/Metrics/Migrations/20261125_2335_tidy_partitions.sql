-- Rows of quarters that had no partition when they came are moved into one behind the writers, so that no loader has to know about partitions:
-- a file or a stream may bring any day. Far more quarters than a plant's life has are a mistake in the dates, and stay where they are.
create or replace function plant.tidy_partitions() returns integer
    language plpgsql security definer set search_path = pg_catalog
    as $$
declare
    fact text;
    quarters date[];
    quarter date;
    made integer := 0;
begin
    foreach fact in array plant.partitioned_facts() loop
        execute format('select array_agg(distinct date_trunc(''quarter'', day::timestamp)::date) from plant.%I', fact || '_other') into quarters;
        continue when quarters is null or cardinality(quarters) > 200;
        foreach quarter in array quarters loop
            made := made + plant.make_partitions(quarter, quarter);
        end loop;
    end loop;
    return made;
end
$$;

revoke execute on function plant.tidy_partitions() from public;
grant execute on function plant.tidy_partitions() to factorybot_host;
