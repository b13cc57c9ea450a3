-- A key of the API and a role at the terminal may decide where a permission is asked for, as the member that they are: by its role, with the hash of
-- what was seen, never for what they asked for themselves. Nobody names one in a rule, and nobody hands their decisions over to one.
-- Rules and delegations stay with persons (approvals.member_may).
create function approvals.decider_may(who uuid, permission text, requester uuid, own_allowed boolean) returns boolean
    language sql stable set search_path = pg_catalog
    as $$
        select exists (
            select from tenancy.member m
            where m.tenant_id = tenancy.current_tenant() and m.member_id = who and approvals.role_may(m.role, permission)
              and (m.kind = 'person' or (m.kind = 'key' and not exists (
                  select from tenancy.api_key k
                  where k.tenant_id = m.tenant_id and k.member_id = m.member_id
                    -- Who makes a key is one person with it: two pairs of eyes are two people's.
                    and (k.revoked_at is not null or (k.created_by = requester and not own_allowed))))))
    $$;

create or replace function approvals.may_satisfy(n approvals.need, who uuid, requester uuid, at timestamptz) returns boolean
    language sql stable set search_path = pg_catalog
    as $$
        select n.satisfied_by is null and (n.own_allowed or who <> requester)
            and (
                (n.permission is not null and approvals.decider_may(who, n.permission, requester, n.own_allowed))
                or (n.escalate_at is not null and at >= n.escalate_at and n.escalate_permission is not null
                    and approvals.decider_may(who, n.escalate_permission, requester, n.own_allowed))
                or (exists (select from tenancy.member m where m.tenant_id = n.tenant_id and m.member_id = who and m.kind = 'person')
                    and (n.member_id = who
                        or exists (
                            select from approvals.delegation d
                            where d.tenant_id = n.tenant_id and d.delegate_id = who and at >= d.from_at and at < d.until_at
                              and (d.member_id = n.member_id or (n.permission is not null and approvals.member_may(d.member_id, n.permission)))
                              and (n.own_allowed or d.member_id <> requester)))))
    $$;
