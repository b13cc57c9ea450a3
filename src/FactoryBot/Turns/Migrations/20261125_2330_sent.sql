-- Which turn a message of the bot's own brought, where a channel names it by an id of its own: an opinion on the message is one on the turn.
create table turns.sent (
    tenant_id uuid not null,
    conversation_id text not null,
    message_id text not null,
    turn_id uuid not null,
    primary key (tenant_id, conversation_id, message_id)
);

alter table turns.sent enable row level security;
alter table turns.sent force row level security;
create policy tenant on turns.sent
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
