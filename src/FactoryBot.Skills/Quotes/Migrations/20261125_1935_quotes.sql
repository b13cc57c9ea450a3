-- Quotes with their versions. Which state follows which, and that nothing is sent that was not approved, is enforced here.
create table quotes.number_series (
    tenant_id uuid not null primary key,
    last bigint not null
);

create table quotes.quote (
    tenant_id uuid not null,
    quote_id uuid not null,
    -- Given by the database: one after the other, without gaps.
    number text not null default '',
    state text not null default 'draft',
    version integer not null default 0,
    -- Raised by every change, so that a second editor sees that somebody was faster.
    revision integer not null default 1,
    customer_id uuid,
    customer_name text not null default '',
    owner_id uuid not null,
    total numeric,
    currency text not null default '',
    valid_until date,
    idempotency_key text check (length(idempotency_key) between 1 and 200),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    submitted_at timestamptz,
    sent_at timestamptz,
    -- The content that went out.
    sent_hash bytea,
    closed_at timestamptz,
    close_reason text not null default '' check (length(close_reason) <= 500),
    primary key (tenant_id, quote_id)
);
create unique index quote_by_number on quotes.quote (tenant_id, number);
create unique index quote_by_key on quotes.quote (tenant_id, idempotency_key) where idempotency_key is not null;
create index quote_by_state on quotes.quote (tenant_id, state);

-- What a quote says at one moment. Never changed.
create table quotes.quote_version (
    tenant_id uuid not null,
    quote_id uuid not null,
    version integer not null,
    -- json, not jsonb: the text is hashed as it was given.
    content json not null,
    content_hash bytea not null default '\x00',
    what text not null default '',
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (tenant_id, quote_id, version),
    foreign key (tenant_id, quote_id) references quotes.quote
);

create table quotes.quote_file (
    tenant_id uuid not null,
    quote_id uuid not null,
    file_id uuid not null,
    name text not null,
    added_at timestamptz not null,
    primary key (tenant_id, quote_id, file_id),
    foreign key (tenant_id, quote_id) references quotes.quote
);

-- What was quoted before, line by line, for prices of today: own quotes and those of an older system.
create table quotes.past_line (
    tenant_id uuid not null,
    past_line_id uuid not null,
    quote_number text not null,
    number text not null,
    customer_name text not null default '',
    quantity numeric not null,
    unit_price numeric not null,
    quoted_on date not null,
    outcome text not null check (outcome in ('won', 'lost', 'open')),
    reason text not null default '',
    primary key (tenant_id, past_line_id)
);
create index past_line_by_part on quotes.past_line (tenant_id, number);

-- How a tenant quotes: name, address, terms, currency, margins, rounding; one JSON object.
create table quotes.setting (
    tenant_id uuid not null primary key,
    settings jsonb not null default '{}'
);

do $wall$
declare
    name text;
begin
    foreach name in array array['number_series', 'quote', 'quote_version', 'quote_file', 'past_line', 'setting'] loop
        execute format('alter table quotes.%I enable row level security', name);
        execute format('alter table quotes.%I force row level security', name);
        execute format(
            'create policy tenant on quotes.%I using (tenant_id = tenancy.current_tenant()) '
            'with check (tenant_id = tenancy.current_tenant())', name);
    end loop;
end
$wall$;

create function quotes.may_move(old_state text, new_state text) returns boolean
    language sql immutable set search_path = pg_catalog
    as $$
        select (old_state, new_state) in (
            ('draft', 'submitted'), ('draft', 'cancelled'),
            ('submitted', 'approved'), ('submitted', 'rejected'), ('submitted', 'changes_requested'), ('submitted', 'draft'), ('submitted', 'cancelled'),
            ('approved', 'sent'), ('approved', 'draft'), ('approved', 'expired'), ('approved', 'cancelled'),
            ('rejected', 'draft'), ('rejected', 'cancelled'),
            ('changes_requested', 'draft'), ('changes_requested', 'cancelled'),
            ('sent', 'won'), ('sent', 'lost'), ('sent', 'expired'), ('sent', 'draft'), ('sent', 'cancelled'),
            ('expired', 'draft'))
    $$;

create function quotes.current_hash(of_quote uuid, of_version integer) returns bytea
    language sql stable set search_path = pg_catalog
    as $$
        select v.content_hash from quotes.quote_version v
        where v.tenant_id = tenancy.current_tenant() and v.quote_id = of_quote and v.version = of_version
    $$;

create function quotes.begin_quote() returns trigger
    language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        given bigint;
    begin
        if new.tenant_id is distinct from tenancy.current_tenant() then
            raise exception 'quotes:tenant';
        end if;
        insert into quotes.number_series (tenant_id, last) values (new.tenant_id, 0) on conflict do nothing;
        -- The row stays locked until the transaction ends: the next number waits, so none is lost.
        update quotes.number_series s set last = s.last + 1 where s.tenant_id = new.tenant_id returning s.last into given;
        if new.idempotency_key is not null
            and exists (select from quotes.quote q where q.tenant_id = new.tenant_id and q.idempotency_key = new.idempotency_key) then
            raise exception 'quotes:repeated';
        end if;
        new.number := 'Q-' || lpad(given::text, greatest(5, length(given::text)), '0');
        new.state := 'draft';
        new.version := 0;
        new.revision := 1;
        new.sent_hash := null;
        new.sent_at := null;
        new.submitted_at := null;
        return new;
    end
    $$;

create function quotes.guard_quote() returns trigger
    language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        hash bytea;
    begin
        if new.tenant_id <> old.tenant_id or new.quote_id <> old.quote_id or new.number <> old.number or new.owner_id <> old.owner_id
            or new.created_at <> old.created_at or new.idempotency_key is distinct from old.idempotency_key then
            raise exception 'quotes:fixed';
        end if;
        new.revision := old.revision + 1;
        if new.version <> old.version then
            if new.version <> old.version + 1 or quotes.current_hash(new.quote_id, new.version) is null then
                raise exception 'quotes:version';
            end if;
            if old.state in ('won', 'lost', 'cancelled') then
                raise exception 'quotes:closed';
            end if;
            -- Whatever was agreed to was agreed to for the version before.
            new.state := 'draft';
            new.sent_hash := null;
            new.sent_at := null;
            perform approvals.supersede('quote', new.quote_id, new.changed_at);
            return new;
        end if;
        hash := quotes.current_hash(new.quote_id, new.version);
        if new.state = old.state then
            if new.sent_hash is distinct from old.sent_hash then
                raise exception 'quotes:fixed';
            end if;
            return new;
        end if;
        if not quotes.may_move(old.state, new.state) then
            raise exception 'quotes:move:%:%', old.state, new.state;
        end if;
        if new.state = 'submitted' and not exists (
            select from approvals.request r where r.tenant_id = new.tenant_id and r.kind = 'quote' and r.subject_id = new.quote_id
              and r.content_hash = hash and r.state in ('open', 'approved')) then
            raise exception 'quotes:not_asked';
        end if;
        if new.state in ('approved', 'sent') and not approvals.is_approved('quote', new.quote_id, hash) then
            raise exception 'quotes:not_approved';
        end if;
        if new.state = 'draft' then
            perform approvals.supersede('quote', new.quote_id, new.changed_at);
        end if;
        new.sent_hash := case when new.state = 'sent' then hash when new.state in ('won', 'lost', 'expired') then old.sent_hash end;
        return new;
    end
    $$;

create trigger begin_quote before insert on quotes.quote for each row execute function quotes.begin_quote();
create trigger guard_quote before update on quotes.quote for each row execute function quotes.guard_quote();

-- What rules of approval look at, computed from the stored content alone.
create function quotes.facts(content jsonb) returns jsonb
    language sql stable set search_path = pg_catalog
    as $$
        with line as (
            select (l->>'total')::numeric as total, (l->>'cost')::numeric as cost, (l->>'list')::numeric as list, (l->>'price')::numeric as price,
                nullif(lower(l->>'business'), '') as business
            from jsonb_array_elements(content->'lines') l)
        select jsonb_build_object(
            'amount', coalesce(sum(total), 0),
            'discount', coalesce(max(case when list > 0 and price < list then round(100 * (list - price) / list, 2) else 0 end), 0),
            'margin', case when count(*) = count(cost) and sum(total) > 0 then round(100 * (sum(total) - sum(cost)) / sum(total), 2) end,
            'new_customer', not exists (
                select from quotes.customer c
                where c.tenant_id = tenancy.current_tenant() and c.customer_id = nullif(content->>'customer_id', '')::uuid and c.since is not null),
            'lines_of_business', coalesce(jsonb_agg(distinct business) filter (where business is not null), '[]'::jsonb))
        from line
    $$;

create function quotes.seal_version() returns trigger
    language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        quote quotes.quote;
        line jsonb;
    begin
        if new.tenant_id is distinct from tenancy.current_tenant() then
            raise exception 'quotes:tenant';
        end if;
        select * into quote from quotes.quote q where q.tenant_id = new.tenant_id and q.quote_id = new.quote_id for update;
        if not found or new.version <> quote.version + 1 then
            raise exception 'quotes:version';
        end if;
        for line in select * from jsonb_array_elements(new.content::jsonb->'lines') loop
            if (line->>'total')::numeric is distinct from round((line->>'packs')::numeric * (line->>'price')::numeric, 2) then
                raise exception 'quotes:total';
            end if;
        end loop;
        new.content_hash := sha256(convert_to(new.quote_id::text || E'\n' || new.version::text || E'\n' || new.content::text, 'UTF8'));
        return new;
    end
    $$;

create trigger seal_version before insert on quotes.quote_version for each row execute function quotes.seal_version();

create function approvals.subject_quote(of_subject uuid, of_version integer) returns table (content_hash bytea, facts jsonb, title text)
    language sql stable set search_path = pg_catalog
    as $$
        select v.content_hash, quotes.facts(v.content::jsonb), q.number || ' ' || q.customer_name
        from quotes.quote_version v
        join quotes.quote q on q.tenant_id = v.tenant_id and q.quote_id = v.quote_id
        where v.tenant_id = tenancy.current_tenant() and v.quote_id = of_subject and v.version = of_version and q.version = of_version
          and not exists (select from jsonb_array_elements(v.content::jsonb->'lines') l where l->>'total' is null)
    $$;

revoke insert, update, delete on quotes.number_series from factorybot_host;
revoke delete on quotes.quote from factorybot_host;
revoke update, delete on quotes.quote_version from factorybot_host;
revoke all on function quotes.begin_quote(), quotes.guard_quote(), quotes.seal_version() from public;
