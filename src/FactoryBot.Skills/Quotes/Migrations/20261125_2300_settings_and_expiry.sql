-- What the settings were before their last change, so that it can be undone.
alter table quotes.setting add column previous jsonb;

-- Who was told that a quote ends soon, once for each version.
create table quotes.reminder (
    tenant_id uuid not null,
    quote_id uuid not null,
    version integer not null,
    at timestamptz not null,
    primary key (tenant_id, quote_id, version),
    foreign key (tenant_id, quote_id) references quotes.quote
);
alter table quotes.reminder enable row level security;
alter table quotes.reminder force row level security;
create policy tenant on quotes.reminder using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
revoke update, delete on quotes.reminder from factorybot_host;

-- Quotes of all tenants whose last day is over, or near: ids alone, for the housekeeping. A day ends where the plant is.
create policy ending on quotes.quote for select to current_user using (true);
create policy ending on quotes.reminder for select to current_user using (true);
create index quote_by_end on quotes.quote (valid_until) where state in ('approved', 'sent');

create function quotes.ending(at timestamptz, soon_days integer) returns table (tenant_id uuid, quote_id uuid, what text)
    language sql stable security definer set search_path = pg_catalog
    as $$
        select q.tenant_id, q.quote_id, case when q.valid_until < (at at time zone t.time_zone)::date then 'expired' else 'soon' end
        from quotes.quote q join tenancy.tenant t on t.tenant_id = q.tenant_id
        where q.state in ('approved', 'sent') and q.valid_until <= (at at time zone 'UTC')::date + soon_days + 1
          and (q.valid_until < (at at time zone t.time_zone)::date
            or (q.valid_until <= (at at time zone t.time_zone)::date + soon_days
                and not exists (select from quotes.reminder r where r.tenant_id = q.tenant_id and r.quote_id = q.quote_id and r.version = q.version)))
        limit 500
    $$;
revoke all on function quotes.ending(timestamptz, integer) from public;
grant execute on function quotes.ending(timestamptz, integer) to factorybot_host;
