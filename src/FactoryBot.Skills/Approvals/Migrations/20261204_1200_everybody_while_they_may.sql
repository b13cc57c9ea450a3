-- Where everybody with a right must agree, each does so for as long as they have it: who was made a viewer meanwhile agrees to nothing, neither do their
-- deputies. Such a need holds the member and the right; one with the right alone is anybody's who has it, one with the member alone is for whom a rule names.
create or replace function approvals.add_needs() returns trigger
    language plpgsql security definer set search_path = pg_catalog
    as $$
    begin
        update approvals.request r set state = 'superseded', decided_at = new.requested_at
        where r.tenant_id = new.tenant_id and r.kind = new.kind and r.subject_id = new.subject_id and r.state = 'open' and r.request_id <> new.request_id;

        insert into approvals.need (tenant_id, request_id, need_no, step, rule_id, rule_name, permission, member_id, own_allowed, escalate_at, escalate_permission)
        select new.tenant_id, new.request_id, row_number() over (order by u.step, u.name, u.rule_id, m.member_id), u.step, u.rule_id, u.name,
            u.permission, case when u.everybody then m.member_id else u.member_id end,
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

-- Whose agreement a need is: theirs who have the right, or the one member's, with the right where it asks for one. Needs that waited before there was
-- this rule do not hold the right; their own rule does.
create function approvals.is_theirs(n approvals.need, who uuid) returns boolean
    language sql stable set search_path = pg_catalog
    as $$
        select case when n.member_id is null then coalesce(approvals.member_may(who, n.permission), false)
            else n.member_id = who and not exists (
                select from approvals.rule u
                where u.tenant_id = n.tenant_id and u.rule_id = n.rule_id and u.everybody and not approvals.member_may(who, u.permission))
                and (n.permission is null or approvals.member_may(who, n.permission)) end
    $$;

create or replace function approvals.may_satisfy(n approvals.need, who uuid, requester uuid, at timestamptz) returns boolean
    language sql stable set search_path = pg_catalog
    as $$
        select n.satisfied_by is null and (n.own_allowed or who <> requester)
            and (
                (n.member_id is null and n.permission is not null and approvals.decider_may(who, n.permission, requester, n.own_allowed))
                or (n.escalate_at is not null and at >= n.escalate_at and n.escalate_permission is not null
                    and approvals.decider_may(who, n.escalate_permission, requester, n.own_allowed))
                or (exists (select from tenancy.member m where m.tenant_id = n.tenant_id and m.member_id = who and m.kind = 'person')
                    and (approvals.is_theirs(n, who)
                        or exists (
                            select from approvals.delegation d
                            where d.tenant_id = n.tenant_id and d.delegate_id = who and at >= d.from_at and at < d.until_at
                              and approvals.is_theirs(n, d.member_id)
                              and (n.own_allowed or d.member_id <> requester)))))
    $$;
