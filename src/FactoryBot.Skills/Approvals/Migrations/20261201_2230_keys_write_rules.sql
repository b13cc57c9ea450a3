-- Who may say whose agreement is needed: a person who gives people rights, or a key of the API with that right for as long as its maker has it too.
-- A program on the machine without a key may not, and a key that was withdrawn may not.
create or replace function approvals.may_manage(acting uuid) returns boolean
    language sql stable set search_path = pg_catalog
    as $$
        select approvals.member_may(acting, 'users.manage') or exists (
            select from tenancy.member m join tenancy.api_key k on k.tenant_id = m.tenant_id and k.member_id = m.member_id
            where m.tenant_id = tenancy.current_tenant() and m.member_id = acting and m.kind = 'key' and approvals.role_may(m.role, 'users.manage')
              and k.revoked_at is null
              -- Null: made at the host's command line.
              and (k.created_by is null or approvals.member_may(k.created_by, 'users.manage')))
    $$;

create or replace function approvals.save_rule(acting uuid, turn uuid, at timestamptz, of_rule uuid, given jsonb) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog
    as $$
    begin
        if acting is null or not approvals.may_manage(acting) then
            raise exception 'approvals:no_right';
        end if;
        return approvals.put_rule(acting, turn, at, of_rule, given);
    end
    $$;

-- As before, and by a key that may: for a person and to a person in any case.
create or replace function approvals.delegate(acting uuid, turn uuid, at timestamptz, who uuid, to_whom uuid, from_when timestamptz, until_when timestamptz) returns void
    language plpgsql volatile security definer set search_path = pg_catalog
    as $$
    declare
        tenant uuid := tenancy.current_tenant();
    begin
        if acting is null or not (approvals.may_manage(acting)
            or (acting = who and exists (select from tenancy.member m where m.tenant_id = tenant and m.member_id = acting and m.kind = 'person'))) then
            raise exception 'approvals:no_right';
        end if;
        if not exists (select from tenancy.member m where m.tenant_id = tenant and m.kind = 'person' and m.member_id = who)
            or to_whom is not null and (to_whom = who or not exists (select from tenancy.member m where m.tenant_id = tenant and m.kind = 'person' and m.member_id = to_whom)) then
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

revoke all on function approvals.may_manage(uuid) from public;
