-- Requests that wait too long, of all tenants: ids alone, for the housekeeping that reminds people. Every other function here names the tenant.
create policy overdue on approvals.request for select to current_user using (true);
create policy overdue on approvals.need for select to current_user using (true);
create policy overdue on approvals.reminder for select to current_user using (true);

create function approvals.overdue(at timestamptz) returns table (tenant_id uuid, request_id uuid, what text)
    language sql stable security definer set search_path = pg_catalog
    as $$
        select r.tenant_id, r.request_id, w.what
        from approvals.request r
        cross join (values ('due'), ('escalated')) w (what)
        where r.state = 'open'
          and case w.what
              when 'due' then r.due_at <= at
              else exists (
                  select from approvals.need n
                  where n.tenant_id = r.tenant_id and n.request_id = r.request_id and n.satisfied_by is null and n.escalate_at <= at)
              end
          and not exists (select from approvals.reminder m where m.tenant_id = r.tenant_id and m.request_id = r.request_id and m.what = w.what)
        limit 500
    $$;

revoke all on function approvals.overdue(timestamptz) from public;
grant execute on function approvals.overdue(timestamptz) to factorybot_host;
