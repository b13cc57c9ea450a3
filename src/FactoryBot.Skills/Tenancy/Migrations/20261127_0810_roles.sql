-- A role is given by a member who may, through the function below, and by nothing else: whoever could set roles could approve anything. The change
-- and its entry in the audit log are one.
create function tenancy.set_role(acting uuid, turn uuid, at timestamptz, who uuid, given text) returns void
    language plpgsql volatile security definer set search_path = pg_catalog
    as $$
    declare
        tenant uuid := tenancy.current_tenant();
        ladder constant text[] := array['viewer', 'analyst', 'manager', 'admin', 'owner'];
        own tenancy.member;
        other tenancy.member;
    begin
        -- Two owners who demote each other at the same moment must not both find the other one still there.
        perform 1 from tenancy.tenant t where t.tenant_id = tenant for update;
        select * into own from tenancy.member m where m.tenant_id = tenant and m.member_id = acting and m.kind in ('person', 'key');
        select * into other from tenancy.member m where m.tenant_id = tenant and m.member_id = who and m.kind = 'person';
        if own.role is null or other.role is null or array_position(ladder, given) is null
            or array_position(ladder, own.role) < array_position(ladder, 'admin')
            or array_position(ladder, other.role) > array_position(ladder, own.role)
            or array_position(ladder, given) > array_position(ladder, own.role) then
            raise exception 'tenancy:no_right';
        end if;
        if other.role = 'owner' and given <> 'owner'
            and (select count(*) from tenancy.member m where m.tenant_id = tenant and m.kind = 'person' and m.role = 'owner') <= 1 then
            raise exception 'tenancy:last_owner';
        end if;
        update tenancy.member m set role = given where m.tenant_id = tenant and m.member_id = who;
        insert into tenancy.audit (tenant_id, at, member_id, actor, turn_id, action, subject, details)
        values (tenant, at, acting, own.name, turn, 'member.role_changed', other.name, format('{"before":"%s","after":"%s"}', other.role, given)::json);
    end
    $$;

-- Who sits at the terminal as a role, which is no person and agrees to nothing, has the role that its name says.
create function tenancy.set_local_role(who uuid, given text) returns void
    language sql volatile security definer set search_path = pg_catalog
    as $$
        update tenancy.member m set role = given
        where m.tenant_id = tenancy.current_tenant() and m.member_id = who and m.kind = 'key' and exists (
            select from tenancy.member_identity i
            where i.tenant_id = m.tenant_id and i.member_id = m.member_id and i.channel_user_id = 'cli:' || given)
    $$;

-- Somebody new comes with the role that new people get; the first one owns the organisation. The demo's cast comes with its parts.
create function tenancy.joins_with_little() returns trigger
    language plpgsql set search_path = pg_catalog
    as $$
    begin
        if row_security_active('tenancy.member') and new.kind <> 'key' and new.tenant_id <> '00000000-0000-0000-0000-0000000000d0'
            and new.role <> (select t.default_role from tenancy.tenant t where t.tenant_id = new.tenant_id)
            and (new.role <> 'owner' or exists (select from tenancy.member m where m.tenant_id = new.tenant_id and m.kind = 'person')) then
            raise exception 'tenancy:no_right';
        end if;
        return new;
    end
    $$;
create trigger joins_with_little before insert on tenancy.member for each row execute function tenancy.joins_with_little();

revoke update on tenancy.member from factorybot_host;
revoke update (role) on tenancy.member from factorybot_host;
revoke all on function tenancy.set_role(uuid, uuid, timestamptz, uuid, text), tenancy.set_local_role(uuid, text) from public;
grant execute on function tenancy.set_role(uuid, uuid, timestamptz, uuid, text), tenancy.set_local_role(uuid, text) to factorybot_host;
