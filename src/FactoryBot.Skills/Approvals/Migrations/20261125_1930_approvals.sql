-- Who has agreed to what. An approval belongs to the exact content that it was asked for; the database itself says who may
-- decide and when a request is approved. The host may ask and hand decisions in, and change nothing else.
create schema if not exists approvals;
grant usage on schema approvals to factorybot_host;

-- What must be agreed to by whom, as data of the tenant.
create table approvals.rule (
    tenant_id uuid not null,
    rule_id uuid not null,
    -- quote, sop, task: the kind of thing the rule is for.
    kind text not null check (kind ~ '^[a-z_]{1,40}$'),
    name text not null check (length(name) between 1 and 120),
    -- All that are set must hold: amount_from, discount_over, margin_below, new_customer, line_of_business.
    condition jsonb not null default '{}',
    -- Either a permission or one named member.
    permission text,
    member_id uuid,
    -- one: any of those with the permission; all: each of them.
    everybody boolean not null default false,
    -- Steps follow one another; rules with the same step run side by side.
    step integer not null default 1 check (step between 1 and 20),
    -- Whether the person who asks may also be the one who agrees.
    own_allowed boolean not null default false,
    due_hours integer check (due_hours between 1 and 2000),
    escalate_hours integer check (escalate_hours between 1 and 2000),
    escalate_permission text,
    enabled boolean not null default true,
    primary key (tenant_id, rule_id),
    check ((permission is null) <> (member_id is null)),
    check (not everybody or permission is not null)
);

create table approvals.request (
    tenant_id uuid not null,
    request_id uuid not null,
    kind text not null check (kind ~ '^[a-z_]{1,40}$'),
    subject_id uuid not null,
    subject_version integer not null,
    title text not null default '',
    -- Set by the database from what is stored, never by the host.
    content_hash bytea not null default '\x00',
    facts jsonb not null default '{}',
    state text not null default 'open' check (state in ('open', 'approved', 'rejected', 'changes', 'withdrawn', 'superseded')),
    -- True where no rule asked for anybody.
    automatic boolean not null default false,
    requested_by uuid not null,
    requested_at timestamptz not null,
    due_at timestamptz,
    decided_at timestamptz,
    primary key (tenant_id, request_id)
);
create index request_by_subject on approvals.request (tenant_id, kind, subject_id);
create index request_open on approvals.request (tenant_id, state) where state = 'open';

-- One person's agreement that a request needs.
create table approvals.need (
    tenant_id uuid not null,
    request_id uuid not null,
    need_no integer not null,
    step integer not null,
    rule_id uuid not null,
    rule_name text not null,
    permission text,
    member_id uuid,
    own_allowed boolean not null,
    escalate_at timestamptz,
    escalate_permission text,
    satisfied_by uuid,
    satisfied_at timestamptz,
    primary key (tenant_id, request_id, need_no),
    foreign key (tenant_id, request_id) references approvals.request
);

create table approvals.decision (
    tenant_id uuid not null,
    decision_id uuid not null,
    request_id uuid not null,
    member_id uuid not null,
    verdict text not null check (verdict in ('approve', 'reject', 'changes', 'withdraw')),
    comment text not null default '' check (length(comment) <= 2000),
    -- The content that the person saw when the button was pressed.
    content_hash bytea not null,
    at timestamptz not null,
    primary key (tenant_id, decision_id),
    foreign key (tenant_id, request_id) references approvals.request
);

-- Who decides for whom while away.
create table approvals.delegation (
    tenant_id uuid not null,
    member_id uuid not null,
    delegate_id uuid not null,
    from_at timestamptz not null,
    until_at timestamptz not null,
    primary key (tenant_id, member_id, delegate_id, from_at),
    check (member_id <> delegate_id and until_at > from_at)
);

-- When somebody was reminded, so that two hosts remind once.
create table approvals.reminder (
    tenant_id uuid not null,
    request_id uuid not null,
    what text not null check (what in ('due', 'escalated')),
    at timestamptz not null,
    primary key (tenant_id, request_id, what),
    foreign key (tenant_id, request_id) references approvals.request
);

do $wall$
declare
    name text;
begin
    foreach name in array array['rule', 'request', 'need', 'decision', 'delegation', 'reminder'] loop
        execute format('alter table approvals.%I enable row level security', name);
        execute format('alter table approvals.%I force row level security', name);
        execute format(
            'create policy tenant on approvals.%I using (tenant_id = tenancy.current_tenant()) '
            'with check (tenant_id = tenancy.current_tenant())', name);
    end loop;
end
$wall$;

create function approvals.role_may(role text, permission text) returns boolean
    language sql immutable set search_path = pg_catalog
    as $$
        select array_position(array['viewer', 'analyst', 'manager', 'admin', 'owner'], role)
            >= case
                when permission in ('tenant.manage', 'billing.manage') then 5
                when permission = 'users.manage' then 4
                when permission ~ '^[a-z]+\.approve$' then 3
                when permission ~ '^[a-z]+\.manage$' then 2
                when permission ~ '^[a-z]+\.(view|query)$' then 1
                else 9
            end
    $$;

-- A person of the tenant with the permission now. A key of the API never agrees to anything.
create function approvals.member_may(who uuid, permission text) returns boolean
    language sql stable set search_path = pg_catalog
    as $$
        select exists (
            select from tenancy.member m
            where m.tenant_id = tenancy.current_tenant() and m.member_id = who and m.kind = 'person' and approvals.role_may(m.role, permission))
    $$;

create function approvals.fits(condition jsonb, facts jsonb) returns boolean
    language sql immutable set search_path = pg_catalog
    as $$
        select (not condition ? 'amount_from' or (facts->>'amount')::numeric >= (condition->>'amount_from')::numeric)
            and (not condition ? 'discount_over' or (facts->>'discount')::numeric > (condition->>'discount_over')::numeric)
            -- Where a cost is not known the margin is not known, and somebody must look at it.
            and (not condition ? 'margin_below' or facts->>'margin' is null or (facts->>'margin')::numeric < (condition->>'margin_below')::numeric)
            and (not condition ? 'new_customer' or (facts->>'new_customer')::boolean = (condition->>'new_customer')::boolean)
            and (not condition ? 'line_of_business' or facts->'lines_of_business' ? lower(condition->>'line_of_business'))
    $$;

-- The content is read from where it is stored: approvals.subject_<kind> belongs to the feature.
create function approvals.open_request() returns trigger
    language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        subject record;
    begin
        if new.tenant_id is distinct from tenancy.current_tenant() then
            raise exception 'approvals:tenant';
        end if;
        execute format('select s.content_hash, s.facts, s.title from approvals.subject_%s($1, $2) s', new.kind)
            into subject using new.subject_id, new.subject_version;
        if subject.content_hash is null then
            raise exception 'approvals:no_subject';
        end if;
        if not exists (select from tenancy.member m where m.tenant_id = new.tenant_id and m.member_id = new.requested_by) then
            raise exception 'approvals:no_member';
        end if;
        new.content_hash := subject.content_hash;
        new.facts := subject.facts;
        new.title := subject.title;
        new.state := 'open';
        new.automatic := false;
        new.decided_at := null;
        new.due_at := null;
        return new;
    end
    $$;

create function approvals.add_needs() returns trigger
    language plpgsql security definer set search_path = pg_catalog
    as $$
    begin
        update approvals.request r set state = 'superseded', decided_at = new.requested_at
        where r.tenant_id = new.tenant_id and r.kind = new.kind and r.subject_id = new.subject_id and r.state = 'open' and r.request_id <> new.request_id;

        insert into approvals.need (tenant_id, request_id, need_no, step, rule_id, rule_name, permission, member_id, own_allowed, escalate_at, escalate_permission)
        select new.tenant_id, new.request_id, row_number() over (order by u.step, u.name, u.rule_id, m.member_id), u.step, u.rule_id, u.name,
            case when u.everybody then null else u.permission end,
            case when u.everybody then m.member_id else u.member_id end,
            u.own_allowed,
            new.requested_at + make_interval(hours => u.escalate_hours), u.escalate_permission
        from approvals.rule u
        left join tenancy.member m on u.everybody and m.tenant_id = new.tenant_id and m.kind = 'person' and approvals.role_may(m.role, u.permission)
            and (u.own_allowed or m.member_id <> new.requested_by)
        where u.tenant_id = new.tenant_id and u.kind = new.kind and u.enabled and approvals.fits(u.condition, new.facts);

        -- A tenant that has set nothing up yet must not have set up that nobody is asked.
        if not exists (select from approvals.rule u where u.tenant_id = new.tenant_id and u.kind = new.kind) then
            insert into approvals.need (tenant_id, request_id, need_no, step, rule_id, rule_name, permission, own_allowed)
            values (new.tenant_id, new.request_id, 1, 1, new.request_id, 'Every ' || new.kind, new.kind || 's.approve', false);
        end if;

        update approvals.request r
        set due_at = (
            select new.requested_at + make_interval(hours => min(u.due_hours))
            from approvals.need n join approvals.rule u on u.tenant_id = n.tenant_id and u.rule_id = n.rule_id
            where n.tenant_id = new.tenant_id and n.request_id = new.request_id)
        where r.tenant_id = new.tenant_id and r.request_id = new.request_id;

        update approvals.request r set state = 'approved', automatic = true, decided_at = new.requested_at
        where r.tenant_id = new.tenant_id and r.request_id = new.request_id
          and not exists (select from approvals.need n where n.tenant_id = new.tenant_id and n.request_id = new.request_id);
        return null;
    end
    $$;

create trigger open_request before insert on approvals.request for each row execute function approvals.open_request();
create trigger add_needs after insert on approvals.request for each row execute function approvals.add_needs();

-- Whether a member may satisfy a need at a moment: by permission, by name, for somebody who is away, or because it has waited too long.
create function approvals.may_satisfy(n approvals.need, who uuid, requester uuid, at timestamptz) returns boolean
    language sql stable set search_path = pg_catalog
    as $$
        select n.satisfied_by is null and (n.own_allowed or who <> requester)
            and exists (select from tenancy.member m where m.tenant_id = n.tenant_id and m.member_id = who and m.kind = 'person')
            and (
                (n.permission is not null and approvals.member_may(who, n.permission))
                or n.member_id = who
                or exists (
                    select from approvals.delegation d
                    where d.tenant_id = n.tenant_id and d.delegate_id = who and at >= d.from_at and at < d.until_at
                      and (d.member_id = n.member_id or (n.permission is not null and approvals.member_may(d.member_id, n.permission)))
                      and (n.own_allowed or d.member_id <> requester))
                or (n.escalate_at is not null and at >= n.escalate_at and n.escalate_permission is not null and approvals.member_may(who, n.escalate_permission)))
    $$;

create function approvals.decide() returns trigger
    language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        asked approvals.request;
        now_step integer;
        hit integer;
    begin
        if new.tenant_id is distinct from tenancy.current_tenant() then
            raise exception 'approvals:tenant';
        end if;
        select * into asked from approvals.request r where r.tenant_id = new.tenant_id and r.request_id = new.request_id for update;
        if not found then
            raise exception 'approvals:no_request';
        end if;
        if asked.state <> 'open' then
            raise exception 'approvals:closed:%', asked.state;
        end if;
        if new.content_hash is distinct from asked.content_hash then
            raise exception 'approvals:stale';
        end if;
        if new.verdict = 'withdraw' then
            if new.member_id <> asked.requested_by and not approvals.member_may(new.member_id, 'users.manage') then
                raise exception 'approvals:no_right';
            end if;
            update approvals.request r set state = 'withdrawn', decided_at = new.at where r.tenant_id = new.tenant_id and r.request_id = new.request_id;
            return new;
        end if;

        select min(n.step) into now_step from approvals.need n
        where n.tenant_id = new.tenant_id and n.request_id = new.request_id and n.satisfied_by is null;
        -- Approving satisfies the needs, rejecting needs the same right.
        update approvals.need n set satisfied_by = new.member_id, satisfied_at = new.at
        where n.tenant_id = new.tenant_id and n.request_id = new.request_id and n.step = now_step
          and approvals.may_satisfy(n, new.member_id, asked.requested_by, new.at) and new.verdict = 'approve';
        get diagnostics hit = row_count;
        if new.verdict <> 'approve' then
            select count(*) into hit from approvals.need n
            where n.tenant_id = new.tenant_id and n.request_id = new.request_id and n.step = now_step
              and approvals.may_satisfy(n, new.member_id, asked.requested_by, new.at);
        end if;
        if hit = 0 then
            raise exception 'approvals:%', case
                when exists (select from approvals.need n where n.tenant_id = new.tenant_id and n.request_id = new.request_id and n.satisfied_by = new.member_id) then 'decided'
                when new.member_id = asked.requested_by then 'own'
                else 'no_right' end;
        end if;
        if new.verdict <> 'approve' then
            update approvals.request r set state = case new.verdict when 'reject' then 'rejected' else 'changes' end, decided_at = new.at
            where r.tenant_id = new.tenant_id and r.request_id = new.request_id;
        elsif not exists (select from approvals.need n where n.tenant_id = new.tenant_id and n.request_id = new.request_id and n.satisfied_by is null) then
            update approvals.request r set state = 'approved', decided_at = new.at where r.tenant_id = new.tenant_id and r.request_id = new.request_id;
        end if;
        return new;
    end
    $$;

create trigger decide before insert on approvals.decision for each row execute function approvals.decide();

-- The content was changed: what was asked for it is asked no more. Any host may call it; it can only close.
create function approvals.supersede(of_kind text, of_subject uuid, at timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog
    as $$
        update approvals.request r set state = 'superseded', decided_at = at
        where r.tenant_id = tenancy.current_tenant() and r.kind = of_kind and r.subject_id = of_subject and r.state = 'open'
    $$;

-- True where exactly this content was approved.
create function approvals.is_approved(of_kind text, of_subject uuid, hash bytea) returns boolean
    language sql stable set search_path = pg_catalog
    as $$
        select exists (
            select from approvals.request r
            where r.tenant_id = tenancy.current_tenant() and r.kind = of_kind and r.subject_id = of_subject and r.content_hash = hash and r.state = 'approved')
    $$;

-- Default privileges give the host everything; here it may only ask, decide and read.
revoke update, delete on approvals.request from factorybot_host;
revoke insert, update, delete on approvals.need from factorybot_host;
revoke update, delete on approvals.decision from factorybot_host;
revoke update, delete on approvals.reminder from factorybot_host;
revoke all on function approvals.open_request(), approvals.add_needs(), approvals.decide() from public;
revoke all on function approvals.supersede(text, uuid, timestamptz) from public;
grant execute on function approvals.supersede(text, uuid, timestamptz) to factorybot_host;
