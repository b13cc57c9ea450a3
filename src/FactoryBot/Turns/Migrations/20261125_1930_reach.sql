-- How a member can be written to who has not just asked: the last known way in each channel, a chat with the bot before any other.
create table turns.reach (
    tenant_id uuid not null,
    member_id uuid not null,
    channel text not null,
    personal boolean not null,
    conversation_id text not null,
    reference jsonb not null,
    seen_at timestamptz not null,
    primary key (tenant_id, member_id, channel)
);

alter table turns.reach enable row level security;
alter table turns.reach force row level security;
create policy tenant on turns.reach
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- Which files came with a message: what is asked next may be about them.
create table turns.sent_file (
    tenant_id uuid not null,
    turn_id uuid not null,
    file_id uuid not null,
    place smallint not null,
    conversation_id text not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    primary key (tenant_id, turn_id, place)
);
create index sent_file_by_conversation on turns.sent_file (tenant_id, conversation_id, turn_id);

alter table turns.sent_file enable row level security;
alter table turns.sent_file force row level security;
create policy tenant on turns.sent_file
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
