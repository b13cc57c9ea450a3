-- Where prices are given for further quantities, approval looks at the largest amount, the highest discount and the lowest margin among them.
create or replace function quotes.facts(content jsonb) returns jsonb
    language sql stable set search_path = pg_catalog
    as $$
        with line as (
            select l.place, (l.value->>'total')::numeric as total, (l.value->>'cost')::numeric as cost, (l.value->>'list')::numeric as list, (l.value->>'price')::numeric as price,
                nullif(lower(l.value->>'business'), '') as business, coalesce(l.value->'breaks', '[]'::jsonb) as breaks
            from jsonb_array_elements(content->'lines') with ordinality l (value, place)),
        other as (
            select line.place, line.list, (b->>'total')::numeric as total, (b->>'cost')::numeric as cost, (b->>'price')::numeric as price
            from line cross join jsonb_array_elements(line.breaks) b),
        quantity as (
            select place, total, cost, list, price from line union all select place, total, cost, list, price from other)
        select jsonb_build_object(
            'amount', (select coalesce(sum(largest.total), 0) from (select max(q.total) as total from quantity q group by q.place) largest),
            'discount', (select coalesce(max(case when q.list > 0 and q.price < q.list then round(100 * (q.list - q.price) / q.list, 2) else 0 end), 0) from quantity q),
            'margin', case
                when count(*) = count(cost) and sum(total) > 0 and not exists (select from other o where o.cost is null or coalesce(o.total, 0) <= 0)
                then least(round(100 * (sum(total) - sum(cost)) / sum(total), 2), (select min(round(100 * (o.total - o.cost) / o.total, 2)) from other o)) end,
            'new_customer', not exists (
                select from quotes.customer c
                where c.tenant_id = tenancy.current_tenant() and c.customer_id = nullif(content->>'customer_id', '')::uuid and c.since is not null),
            'lines_of_business', coalesce(jsonb_agg(distinct business) filter (where business is not null), '[]'::jsonb))
        from line
    $$;
