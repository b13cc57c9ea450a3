-- The conversations of the chat page, as its client sees them: what a page that was closed or cut off is sent again.
create schema if not exists webchat;

create table webchat.conversation (
    tenant_id uuid not null,
    conversation_id text not null,
    user_id text not null,
    user_name text,
    -- Signs the conversation's own tokens; nothing else is opened by it.
    secret bytea not null,
    -- Of the newest activity. Counted under the row's lock, so that activities become visible in their order.
    position bigint not null default 0,
    created_at timestamptz not null,
    primary key (tenant_id, conversation_id)
);

create table webchat.activity (
    tenant_id uuid not null,
    conversation_id text not null,
    activity_id text not null,
    position bigint not null,
    -- The client's own id of what it posted, or the turn that is answered: the same one again adds nothing.
    source text not null,
    activity text not null,
    created_at timestamptz not null,
    primary key (tenant_id, conversation_id, activity_id),
    foreign key (tenant_id, conversation_id) references webchat.conversation (tenant_id, conversation_id) on delete cascade
);

create unique index activity_source on webchat.activity (tenant_id, conversation_id, source);
create index activity_position on webchat.activity (tenant_id, conversation_id, position);
create index conversation_age on webchat.conversation (tenant_id, created_at);

alter table webchat.conversation enable row level security;
alter table webchat.conversation force row level security;
create policy tenant on webchat.conversation
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
alter table webchat.activity enable row level security;
alter table webchat.activity force row level security;
create policy tenant on webchat.activity
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
