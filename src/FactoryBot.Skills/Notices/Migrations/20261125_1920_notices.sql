-- What is sent although nobody has just asked. A row is written in the transaction of what it tells about, and sent by one of the hosts.
create schema notices;

create table notices.notice (
    tenant_id uuid not null references tenancy.tenant,
    notice_id uuid not null,
    -- What it is about, such as "approval:<id>". The same key to the same recipient again takes the place of the message sent before.
    key text not null check (length(key) between 1 and 200),
    -- The member's id, or the conversation's.
    recipient text not null,
    member_id uuid,
    conversation_id text,
    result text not null,
    posted_at timestamptz not null,
    -- 0 to be sent, 1 sent, 2 could not be sent.
    state smallint not null default 0 check (state between 0 and 2),
    attempts smallint not null default 0,
    due_at timestamptz not null,
    -- Raised by each new content, so that the sending of an older one does not pass for that of the newest.
    version integer not null default 1,
    -- A host is sending it; a host that died in between has lost it after this moment.
    taken_until timestamptz,
    -- The channel that carried it, and what it needs to find the message again.
    channel text,
    handle jsonb,
    sent_at timestamptz,
    primary key (tenant_id, notice_id),
    unique (tenant_id, key, recipient),
    check ((member_id is null) <> (conversation_id is null))
);

alter table notices.notice alter column result set storage external;
create index notice_due on notices.notice (due_at) where state = 0;

alter table notices.notice enable row level security;
alter table notices.notice force row level security;
create policy tenant on notices.notice
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- The owner runs the function below, which looks over all tenants and gives away ids only.
create policy dispatch on notices.notice for select to current_user using (true);
create function notices.due(moment timestamptz, most integer) returns table (tenant_id uuid, notice_id uuid)
    language sql stable security definer set search_path = pg_catalog
    as $$
        select n.tenant_id, n.notice_id
        from notices.notice n
        where n.state = 0 and n.due_at <= moment and (n.taken_until is null or n.taken_until <= moment)
        order by n.due_at
        limit most
    $$;
