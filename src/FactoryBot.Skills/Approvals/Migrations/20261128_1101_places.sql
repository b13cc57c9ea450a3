-- Channels and groups in which requests are shown to everybody. A place gives nobody a right: who may decide is asked at the press, as everywhere.
create table approvals.place (
    tenant_id uuid not null,
    place_id uuid not null,
    kind text not null check (kind ~ '^[a-z_]{1,40}$'),
    -- The channel; all its threads are one place. Where there are no threads it is the conversation.
    room_id text not null check (length(room_id) <= 1100),
    -- Any conversation in it, which says how it is written to.
    conversation_id text not null,
    -- Requests that this rule asks for; null: all of the kind. A rule that is put back finds its place again.
    rule_id uuid,
    set_by uuid not null,
    at timestamptz not null,
    primary key (tenant_id, place_id),
    unique nulls not distinct (tenant_id, kind, room_id, rule_id)
);
alter table approvals.place enable row level security;
alter table approvals.place force row level security;
create policy tenant on approvals.place using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
