-- Digests that members get by themselves. Names instead of numbers: a plant that is loaded anew keeps its subscribers.
create table if not exists plant.digest_subscription (
    tenant_id uuid not null,
    subscription_id uuid not null,
    member_id uuid not null,
    machine text,
    line text,
    site text,
    weekdays smallint[] not null,
    at time not null,
    time_zone text not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, subscription_id)
);

create index if not exists digest_subscription_member on plant.digest_subscription (tenant_id, member_id);

-- One row for each digest that was sent: the day that it was due on, so that no second one follows.
create table if not exists plant.digest_sent (
    tenant_id uuid not null,
    subscription_id uuid not null,
    day date not null,
    sent_at timestamptz not null,
    primary key (tenant_id, subscription_id, day),
    foreign key (tenant_id, subscription_id) references plant.digest_subscription on delete cascade
);

do $$
declare
    name text;
begin
    foreach name in array array['digest_subscription', 'digest_sent'] loop
        execute format('alter table plant.%I enable row level security', name);
        execute format('alter table plant.%I force row level security', name);
        execute format('drop policy if exists tenant on plant.%I', name);
        execute format(
            'create policy tenant on plant.%I using (tenant_id = tenancy.current_tenant()) '
            'with check (tenant_id = tenancy.current_tenant())', name);
    end loop;
end
$$;
