-- What people thought of an answer. The key is the turn that brought it: a turn that is taken up again adds nothing.
create table turns.feedback (
    tenant_id uuid not null,
    turn_id uuid not null,
    member_id uuid not null,
    -- The channel's id of the rated message; null where the channel does not say which.
    message_id text,
    reaction text,
    comment text,
    given_at timestamptz not null,
    primary key (tenant_id, turn_id),
    foreign key (tenant_id, turn_id) references turns.turn (tenant_id, turn_id)
);

alter table turns.feedback enable row level security;
alter table turns.feedback force row level security;
create policy tenant on turns.feedback
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
