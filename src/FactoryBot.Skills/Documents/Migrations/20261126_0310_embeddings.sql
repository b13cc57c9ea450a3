-- Ways of making vectors; one serves. Without a row the one without a model does, which is number 1.
create table documents.embedding (
    tenant_id uuid not null references tenancy.tenant,
    embedding_id smallint not null,
    name text not null check (length(name) between 1 and 200),
    serving boolean not null default false,
    primary key (tenant_id, embedding_id)
);
create unique index embedding_by_name on documents.embedding (tenant_id, name);
create unique index embedding_serving on documents.embedding (tenant_id) where serving;

alter table documents.embedding enable row level security;
alter table documents.embedding force row level security;
create policy tenant on documents.embedding using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- The vector of the way that is to serve next, until every piece has one.
alter table documents.piece add column next_id smallint, add column next_vector vector(256);
create index piece_without_vector on documents.piece (tenant_id, piece_id) where vector is null;
