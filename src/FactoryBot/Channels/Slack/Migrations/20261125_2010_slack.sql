create schema if not exists slack;

-- Where the app is installed.
create table slack.workspace (
    tenant_id uuid not null,
    team_id text not null,
    -- Encrypted; the key is not in the database.
    token bytea not null,
    bot_user text,
    installed_at timestamptz not null,
    primary key (tenant_id, team_id)
);

-- Cards with fields to fill in become a button that opens one of these.
create table slack.form (
    tenant_id uuid not null,
    form_id text not null,
    view text not null,
    created_at timestamptz not null,
    primary key (tenant_id, form_id)
);

alter table slack.workspace enable row level security;
alter table slack.workspace force row level security;
create policy tenant on slack.workspace
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
alter table slack.form enable row level security;
alter table slack.form force row level security;
create policy tenant on slack.form
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
