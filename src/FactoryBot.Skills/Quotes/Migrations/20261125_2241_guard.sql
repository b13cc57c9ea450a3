-- Approval is asked for what is a draft, or is submitted and asked again under new rules; never for what has been decided or sent.
create or replace function approvals.subject_quote(of_subject uuid, of_version integer) returns table (content_hash bytea, facts jsonb, title text)
    language sql stable set search_path = pg_catalog
    as $$
        select v.content_hash, quotes.facts(v.content::jsonb), q.number || ' ' || coalesce(v.content::jsonb->>'customer', '')
        from quotes.quote_version v
        join quotes.quote q on q.tenant_id = v.tenant_id and q.quote_id = v.quote_id
        where v.tenant_id = tenancy.current_tenant() and v.quote_id = of_subject and v.version = of_version and q.version = of_version
          and q.state in ('draft', 'submitted')
          and not exists (select from jsonb_array_elements(v.content::jsonb->'lines') l where l->>'total' is null)
    $$;

-- What lists show of a quote is what its version says.
create function quotes.shown(content jsonb) returns table (customer_name text, currency text, total numeric)
    language sql immutable set search_path = pg_catalog
    as $$
        select coalesce(content->>'customer', ''), coalesce(content->>'currency', ''), case when count(*) > 0 and count(*) = count(l->>'total') then sum((l->>'total')::numeric) end
        from jsonb_array_elements(content->'lines') l
    $$;

create or replace function quotes.guard_quote() returns trigger
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
            select s.customer_name, s.currency, s.total into new.customer_name, new.currency, new.total
            from quotes.quote_version v, quotes.shown(v.content::jsonb) s
            where v.tenant_id = new.tenant_id and v.quote_id = new.quote_id and v.version = new.version;
            -- Whatever was agreed to was agreed to for the version before.
            new.state := 'draft';
            new.sent_hash := null;
            new.sent_at := null;
            perform approvals.supersede('quote', new.quote_id, new.changed_at);
            return new;
        end if;
        if new.customer_name <> old.customer_name or new.currency <> old.currency or new.total is distinct from old.total
            or new.customer_id is distinct from old.customer_id or new.valid_until is distinct from old.valid_until then
            raise exception 'quotes:fixed';
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
        -- Nobody is asked any more about what is a draft again, is over or was taken back.
        if new.state in ('draft', 'cancelled', 'expired') then
            perform approvals.supersede('quote', new.quote_id, new.changed_at);
        end if;
        new.sent_hash := case when new.state = 'sent' then hash when new.state in ('won', 'lost', 'expired') then old.sent_hash end;
        return new;
    end
    $$;
