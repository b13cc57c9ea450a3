-- Answers that somebody reported to the administrators, with the words that both saw.
create schema if not exists reports;

create table reports.report (
    tenant_id uuid not null,
    -- The reported turn.
    turn_id uuid not null,
    member_id uuid not null,
    name text not null,
    question text not null,
    answer text not null,
    words text not null,
    reported_at timestamptz not null,
    primary key (tenant_id, turn_id, member_id)
);
create index report_by_time on reports.report (tenant_id, reported_at desc);

alter table reports.report enable row level security;
alter table reports.report force row level security;
create policy tenant on reports.report
    using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
