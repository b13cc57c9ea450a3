-- What waits when an absence begins goes to who then decides, as it does where somebody is away at once. Reminders name the delegate, so that each hand-over is one.
alter table approvals.reminder drop constraint if exists reminder_what_check;
alter table approvals.reminder add constraint reminder_what_check check (what in ('due', 'escalated') or what like 'away:%');

create policy overdue on approvals.delegation for select to current_user using (true);

create or replace function approvals.overdue(at timestamptz) returns table (tenant_id uuid, request_id uuid, what text)
    language sql stable security definer set search_path = pg_catalog
    as $$
        select r.tenant_id, r.request_id, w.what
        from approvals.request r
        cross join lateral (
            select 'due' where r.due_at <= at
            union all
            select 'escalated' where exists (
                select from approvals.need n
                where n.tenant_id = r.tenant_id and n.request_id = r.request_id and n.satisfied_by is null and n.escalate_at <= at)
            union all
            -- Said beforehand: who says it on the day hands over at once.
            select 'away:' || d.delegate_id || ':' || extract(epoch from d.from_at)::bigint from approvals.delegation d
            where d.tenant_id = r.tenant_id and d.from_at <= at and d.until_at > at and d.from_at > r.requested_at) w (what)
        where r.state = 'open'
          and not exists (select from approvals.reminder m where m.tenant_id = r.tenant_id and m.request_id = r.request_id and m.what = w.what)
        limit 500
    $$;
