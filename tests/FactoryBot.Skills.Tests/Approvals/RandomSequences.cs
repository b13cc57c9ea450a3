namespace FactoryBot.Skills.Tests.Approvals;

/// <summary>Random lives of quotes as a procedure inside the database, run as the host's role: edit, copy, ask, decide, withdraw, move, send,
/// send again, forge, change rules, delegate. Each step that is refused changes nothing and the life goes on.</summary>
internal static class RandomSequences
{
    // The host's role may write no procedures, so the owner writes this one; it runs with the rights of whoever calls it.
    public const string Create = """
        create function public.random_sequences(seed integer, sequences integer) returns void language plpgsql security invoker as $run$
        declare
            people uuid[] := (select array_agg(m.member_id order by m.name) from tenancy.member m where m.name in ('A', 'B', 'K', 'M', 'N', 'O', 'R', 'V'));
            states text[] := array['draft', 'submitted', 'approved', 'rejected', 'changes_requested', 'sent', 'won', 'lost', 'expired', 'cancelled'];
            tenant uuid := tenancy.current_tenant();
            q uuid; other uuid; who uuid; amount integer; pick integer;
        begin
            perform setseed(seed / 1000.0);
            for sequence in 1..sequences loop
                q := gen_random_uuid();
                insert into quotes.quote (tenant_id, quote_id, owner_id, state, version, created_at, changed_at, idempotency_key)
                values (tenant, q, people[1 + floor(random() * 8)], 'sent', 7, now(), now(), 'sequence ' || seed || ' ' || sequence);
                for step in 1..(5 + floor(random() * 5)::integer) loop
                    who := people[1 + floor(random() * 8)];
                    pick := floor(random() * 16);
                    -- Half of the steps go the way that leads somewhere, so that enough is sent for the test to say something.
                    if random() < 0.5 then
                        select case when x.version = 0 then 0 when x.state = 'draft' then 3 when x.state = 'approved' then 11 when x.state <> 'submitted' then 13
                            when exists (select from approvals.request r where r.kind = 'quote' and r.subject_id = q and r.state = 'approved') then 10 else 6 end into pick
                        from quotes.quote x where x.quote_id = q;
                    end if;
                    begin
                        case pick
                            when 0, 1, 2 then
                                amount := case when random() < 0.3 then 1 + floor(random() * 900) else 1 + floor(random() * 180) end;
                                insert into quotes.quote_version (tenant_id, quote_id, version, content, made_by, made_at)
                                select tenant, q, x.version + 1, format('{"lines":[{"number":"x","packs":1,"price":%s,"total":%s,"list":%s,"cost":1}]}', amount, amount, amount)::json, who, now()
                                from quotes.quote x where x.quote_id = q;
                                update quotes.quote x set version = x.version + 1, changed_at = now() where x.quote_id = q;
                            when 3, 4, 5 then
                                insert into approvals.request (tenant_id, request_id, kind, subject_id, subject_version, state, automatic, content_hash, facts, requested_by, requested_at)
                                select tenant, gen_random_uuid(), 'quote', q, x.version, 'approved', true, '\x02', '{"amount": 0}', who, now() from quotes.quote x where x.quote_id = q;
                                update quotes.quote x set state = 'submitted' where x.quote_id = q;
                            when 6, 7, 8, 9 then
                                insert into approvals.decision (tenant_id, decision_id, request_id, member_id, verdict, content_hash, at)
                                select tenant, gen_random_uuid(), r.request_id, who, (array['approve', 'approve', 'approve', 'reject', 'changes', 'withdraw'])[1 + floor(random() * 6)], r.content_hash, now()
                                from approvals.request r where r.kind = 'quote' and r.subject_id = q order by r.state = 'open' desc, random() limit 1;
                            when 10 then
                                update quotes.quote x set state = 'approved' where x.quote_id = q;
                            when 11, 12 then
                                update quotes.quote x set state = 'sent' where x.quote_id = q and x.state <> 'sent';
                            when 13 then
                                update quotes.quote x set state = states[1 + floor(random() * 10)], sent_hash = case when random() < 0.5 then x.sent_hash else '\x01' end where x.quote_id = q;
                            when 14 then
                                -- A copy of what may be approved: what was agreed to is not copied with it.
                                other := gen_random_uuid();
                                insert into quotes.quote (tenant_id, quote_id, owner_id, created_at, changed_at) values (tenant, other, who, now(), now());
                                insert into quotes.quote_version (tenant_id, quote_id, version, content, content_hash, made_by, made_at)
                                select tenant, other, 1, v.content, v.content_hash, who, now() from quotes.quote_version v where v.quote_id = q order by v.version desc limit 1;
                                update quotes.quote x set version = 1, state = 'approved', changed_at = now() where x.quote_id = other;
                                update quotes.quote x set state = 'sent' where x.quote_id = other;
                            else
                                -- None of these may: the owner is left out.
                                if random() < 0.5 then
                                    perform approvals.save_rule(people[1 + floor(random() * 4)], null, now(), u.rule_id, null) from approvals.rule u limit 1;
                                else
                                    perform approvals.delegate(people[1 + floor(random() * 2)], null, now(), people[4], who, now(), now() + interval '1 day');
                                end if;
                        end case;
                    exception when raise_exception or check_violation or not_null_violation or insufficient_privilege then
                        null;
                    end;
                end loop;
            end loop;
        end
        $run$;
        grant execute on function public.random_sequences(integer, integer) to factorybot_host
        """;
}
