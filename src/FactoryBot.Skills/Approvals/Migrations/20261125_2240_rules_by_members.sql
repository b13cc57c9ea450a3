-- Rules of approval and delegations are changed by a member who may, through the functions below, and by nothing else: the host's role may
-- read them. Each change stands in the audit log with the hash of the rules that then held, and each request names the rules it was asked under.
create table approvals.rule_change (
    tenant_id uuid not null,
    change_no bigint not null,
    kind text not null,
    rule_id uuid not null,
    -- Null: there was none before, or there is none any more.
    before jsonb,
    after jsonb,
    -- Null: the rules that a tenant starts with.
    changed_by uuid,
    at timestamptz not null,
    rules_hash bytea not null,
    primary key (tenant_id, change_no)
);
alter table approvals.rule_change enable row level security;
alter table approvals.rule_change force row level security;
create policy tenant on approvals.rule_change using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- Null in requests that were asked before there was a hash.
alter table approvals.request add column rules_hash bytea;

create index decision_by_request on approvals.decision (tenant_id, request_id);

create function approvals.rules_hash(of_kind text) returns bytea
    language sql stable set search_path = pg_catalog
    as $$
        select sha256(convert_to(coalesce(string_agg(to_jsonb(u)::text, E'\n' order by u.rule_id), ''), 'UTF8'))
        from approvals.rule u where u.tenant_id = tenancy.current_tenant() and u.kind = of_kind
    $$;

create function approvals.write_audit(acting uuid, turn uuid, at timestamptz, action text, subject text, details jsonb) returns void
    language sql volatile set search_path = pg_catalog
    as $$
        insert into tenancy.audit (tenant_id, at, member_id, actor, turn_id, action, subject, details)
        values (tenancy.current_tenant(), at, acting,
            coalesce((select m.name from tenancy.member m where m.tenant_id = tenancy.current_tenant() and m.member_id = acting), 'start'), turn, action, subject, details::text::json)
    $$;

-- One rule put, changed or (given is null) taken away. Not for the host: the functions below ask who wants it.
create function approvals.put_rule(acting uuid, turn uuid, at timestamptz, of_rule uuid, given jsonb) returns uuid
    language plpgsql volatile set search_path = pg_catalog
    as $$
    declare
        tenant uuid := tenancy.current_tenant();
        old approvals.rule;
        new approvals.rule;
        hash bytea;
    begin
        perform pg_advisory_xact_lock(hashtextextended(tenant::text, 20261125));
        select * into old from approvals.rule u where u.tenant_id = tenant and u.rule_id = of_rule;
        if given is null then
            if old.rule_id is null then
                raise exception 'approvals:no_rule';
            end if;
            delete from approvals.rule u where u.tenant_id = tenant and u.rule_id = of_rule;
        else
            new := jsonb_populate_record(null::approvals.rule, given);
            if old.rule_id is not null and old.kind <> new.kind
                or new.permission is not null and not approvals.role_may('owner', new.permission)
                or new.escalate_permission is not null and not approvals.role_may('owner', new.escalate_permission)
                or new.member_id is not null and not exists (
                    select from tenancy.member m where m.tenant_id = tenant and m.member_id = new.member_id and m.kind = 'person')
                or exists (
                    select from jsonb_object_keys(coalesce(new.condition, '{}')) c (name)
                    where c.name not in ('amount_from', 'discount_over', 'margin_below', 'new_customer', 'line_of_business')) then
                raise exception 'approvals:bad_rule';
            end if;
            -- What cannot be computed fails here and not when somebody submits.
            perform approvals.fits(coalesce(new.condition, '{}'), '{"amount": 1, "discount": 1, "margin": 1, "new_customer": true, "lines_of_business": []}');
            insert into approvals.rule (tenant_id, rule_id, kind, name, condition, permission, member_id, everybody, step, own_allowed, due_hours, escalate_hours, escalate_permission, enabled)
            values (tenant, coalesce(of_rule, gen_random_uuid()), new.kind, new.name, coalesce(new.condition, '{}'), new.permission, new.member_id, coalesce(new.everybody, false),
                coalesce(new.step, 1), coalesce(new.own_allowed, false), new.due_hours, new.escalate_hours, new.escalate_permission, coalesce(new.enabled, true))
            on conflict (tenant_id, rule_id) do update set name = excluded.name, condition = excluded.condition, permission = excluded.permission, member_id = excluded.member_id,
                everybody = excluded.everybody, step = excluded.step, own_allowed = excluded.own_allowed, due_hours = excluded.due_hours,
                escalate_hours = excluded.escalate_hours, escalate_permission = excluded.escalate_permission, enabled = excluded.enabled
            returning * into new;
        end if;
        hash := approvals.rules_hash(coalesce(new.kind, old.kind));
        insert into approvals.rule_change (tenant_id, change_no, kind, rule_id, before, after, changed_by, at, rules_hash)
        select tenant, 1 + coalesce(max(c.change_no), 0), coalesce(new.kind, old.kind), coalesce(new.rule_id, old.rule_id),
            case when old.rule_id is not null then to_jsonb(old) end, case when new.rule_id is not null then to_jsonb(new) end, acting, put_rule.at, hash
        from approvals.rule_change c where c.tenant_id = tenant;
        perform approvals.write_audit(acting, turn, at, 'approvals.rule_' || case when new.rule_id is null then 'removed' when old.rule_id is null then 'added' else 'changed' end,
            coalesce(new.name, old.name), jsonb_build_object(
                'before', case when old.rule_id is not null then to_jsonb(old) end, 'after', case when new.rule_id is not null then to_jsonb(new) end, 'rules', encode(hash, 'hex')));
        return coalesce(new.rule_id, old.rule_id);
    end
    $$;

-- Who may give people rights may say whose agreement is needed.
create function approvals.save_rule(acting uuid, turn uuid, at timestamptz, of_rule uuid, given jsonb) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog
    as $$
    begin
        if acting is null or not approvals.member_may(acting, 'users.manage') then
            raise exception 'approvals:no_right';
        end if;
        return approvals.put_rule(acting, turn, at, of_rule, given);
    end
    $$;

-- The rules that a tenant starts with, before anything was ever asked for and anything was ever changed.
create function approvals.start_rules(at timestamptz, of_kind text, given jsonb) returns void
    language plpgsql volatile security definer set search_path = pg_catalog
    as $$
    begin
        if exists (select from approvals.rule_change c where c.tenant_id = tenancy.current_tenant() and c.kind = of_kind)
            or exists (select from approvals.rule u where u.tenant_id = tenancy.current_tenant() and u.kind = of_kind)
            or exists (select from approvals.request r where r.tenant_id = tenancy.current_tenant() and r.kind = of_kind) then
            raise exception 'approvals:started';
        end if;
        perform approvals.put_rule(null, null, at, null, g.value || jsonb_build_object('kind', of_kind)) from jsonb_array_elements(given) g;
    end
    $$;

-- Somebody is away and another decides in the meantime. Said by the person, or by who may give people rights. Takes the place of what was said before.
create function approvals.delegate(acting uuid, turn uuid, at timestamptz, who uuid, to_whom uuid, from_when timestamptz, until_when timestamptz) returns void
    language plpgsql volatile security definer set search_path = pg_catalog
    as $$
    declare
        tenant uuid := tenancy.current_tenant();
    begin
        if acting is null or (acting <> who and not approvals.member_may(acting, 'users.manage'))
            or not exists (select from tenancy.member m where m.tenant_id = tenant and m.member_id = acting and m.kind = 'person') then
            raise exception 'approvals:no_right';
        end if;
        if to_whom is not null and (select count(*) from tenancy.member m where m.tenant_id = tenant and m.kind = 'person' and m.member_id in (who, to_whom)) <> 2 then
            raise exception 'approvals:no_member';
        end if;
        delete from approvals.delegation d where d.tenant_id = tenant and d.member_id = who and (d.from_at >= at or (to_whom is not null and d.from_at = from_when));
        update approvals.delegation d set until_at = at where d.tenant_id = tenant and d.member_id = who and d.until_at > at and d.from_at < at;
        if to_whom is not null then
            insert into approvals.delegation (tenant_id, member_id, delegate_id, from_at, until_at) values (tenant, who, to_whom, from_when, until_when);
        end if;
        perform approvals.write_audit(acting, turn, at, case when to_whom is null then 'approvals.delegation_ended' else 'approvals.delegated' end,
            (select m.name from tenancy.member m where m.tenant_id = tenant and m.member_id = who),
            jsonb_build_object('to', (select m.name from tenancy.member m where m.tenant_id = tenant and m.member_id = to_whom), 'from', from_when, 'until', until_when));
    end
    $$;

-- Whoever changes a thing takes this first, as a decision does: thing after request, never the other way round, so that two never wait for each other.
create function approvals.hold(of_kind text, of_subject uuid) returns void
    language plpgsql volatile security definer set search_path = pg_catalog
    as $$
    begin
        perform 1 from approvals.request r
        where r.tenant_id = tenancy.current_tenant() and r.kind = of_kind and r.subject_id = of_subject and r.state in ('open', 'approved')
        order by r.request_id for update;
    end
    $$;

create or replace function approvals.open_request() returns trigger
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
        new.rules_hash := approvals.rules_hash(new.kind);
        new.state := 'open';
        new.automatic := false;
        new.decided_at := null;
        new.due_at := null;
        return new;
    end
    $$;

-- Asking again takes back what was agreed to before: of two words about the same content the later one counts.
create function approvals.ask_anew() returns trigger
    language plpgsql security definer set search_path = pg_catalog
    as $$
    begin
        update approvals.request r set state = 'superseded', decided_at = new.requested_at
        where r.tenant_id = new.tenant_id and r.kind = new.kind and r.subject_id = new.subject_id and r.state in ('open', 'approved') and r.request_id <> new.request_id;
        return null;
    end
    $$;
-- By name before add_needs.
create trigger a_ask_anew after insert on approvals.request for each row execute function approvals.ask_anew();

-- A decision under rules that hold no more is none.
create function approvals.same_rules() returns trigger
    language plpgsql security definer set search_path = pg_catalog
    as $$
    begin
        if new.verdict in ('approve', 'reject', 'changes') and exists (
            select from approvals.request r
            where r.tenant_id = new.tenant_id and r.request_id = new.request_id and r.state = 'open' and r.rules_hash <> approvals.rules_hash(r.kind)) then
            raise exception 'approvals:rules';
        end if;
        return new;
    end
    $$;
create trigger same_rules before insert on approvals.decision for each row execute function approvals.same_rules();

revoke insert, update, delete on approvals.rule, approvals.delegation, approvals.rule_change from factorybot_host;
revoke all on function
    approvals.write_audit(uuid, uuid, timestamptz, text, text, jsonb), approvals.put_rule(uuid, uuid, timestamptz, uuid, jsonb), approvals.ask_anew(), approvals.same_rules(),
    approvals.save_rule(uuid, uuid, timestamptz, uuid, jsonb), approvals.start_rules(timestamptz, text, jsonb),
    approvals.delegate(uuid, uuid, timestamptz, uuid, uuid, timestamptz, timestamptz), approvals.hold(text, uuid) from public;
grant execute on function
    approvals.save_rule(uuid, uuid, timestamptz, uuid, jsonb), approvals.start_rules(timestamptz, text, jsonb),
    approvals.delegate(uuid, uuid, timestamptz, uuid, uuid, timestamptz, timestamptz), approvals.hold(text, uuid) to factorybot_host;
