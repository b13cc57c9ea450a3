-- What people send and what they download: attachments, exports, documents of answers.
create schema files;

create table files.file (
    tenant_id uuid not null references tenancy.tenant,
    file_id uuid not null,
    name text not null check (length(name) between 1 and 255),
    media_type text not null check (length(media_type) between 1 and 255),
    content bytea not null,
    created_at timestamptz not null,
    -- Null: kept until the feature that owns it deletes it.
    expires_at timestamptz,
    primary key (tenant_id, file_id)
);

create index file_by_expiry on files.file (expires_at) where expires_at is not null;

alter table files.file alter column content set storage external;
alter table files.file enable row level security;
alter table files.file force row level security;
create policy tenant on files.file
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- Over all tenants, and gives away nothing but a count.
create policy expiry on files.file for select to current_user using (expires_at is not null);
create policy expiry_drop on files.file for delete to current_user using (expires_at is not null);
create function files.drop_expired(moment timestamptz) returns bigint
    language sql volatile security definer set search_path = pg_catalog
    as $$
        with dropped as (delete from files.file f where f.expires_at <= moment returning 1)
        select count(*) from dropped
    $$;
