-- What parts mean, as numbers: found by where no word, size or number of the catalogue decides.
create table if not exists quotes.part_vector (
    tenant_id uuid not null,
    part_no integer not null,
    -- The way in which the numbers were made; those of two ways cannot be compared.
    embedding text not null,
    vector vector(256),
    primary key (tenant_id, part_no)
);
-- Read whole, a tenant at a time: never worth unpacking from another place.
alter table quotes.part_vector alter column vector set storage plain;
alter table quotes.part_vector enable row level security;
alter table quotes.part_vector force row level security;
drop policy if exists tenant on quotes.part_vector;
create policy tenant on quotes.part_vector using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- Of which edition of the list every part has its vector, and made in which way.
alter table quotes.catalogue add column if not exists vectors_version bigint not null default 0, add column if not exists vectors_of text not null default '';

create or replace function quotes.without_vectors(embedding text, most bigint) returns setof uuid
    language sql stable security definer set search_path = pg_catalog
    as $$ select c.tenant_id from quotes.catalogue c
          where (c.vectors_version, c.vectors_of) is distinct from (c.version, without_vectors.embedding) and c.parts between 1 and without_vectors.most $$;
revoke all on function quotes.without_vectors(text, bigint) from public;
grant execute on function quotes.without_vectors(text, bigint) to factorybot_host;
