-- What a manufacturer sells and to whom.
create schema if not exists quotes;
grant usage on schema quotes to factorybot_host;

-- One row for each tenant that has parts; its version tells caches when they are old.
create table quotes.catalogue (
    tenant_id uuid not null primary key,
    version bigint not null,
    parts bigint not null,
    next_part_no integer not null,
    next_segment integer not null,
    loaded_at timestamptz not null
);

create table quotes.part (
    tenant_id uuid not null,
    part_no integer not null,
    number text not null check (length(number) between 1 and 120),
    -- The number without signs, spaces and case: how people type it.
    number_key text not null,
    description text not null,
    -- Whatever else the list says: keywords, package, attributes.
    details text not null default '',
    line_of_business text not null default '',
    material text not null default '',
    standard text not null default '',
    dimensions text not null default '',
    supplier text not null default '',
    unit text not null default 'pcs',
    -- Pieces in what is sold as one; price and cost are for that pack.
    pack_quantity integer not null default 1 check (pack_quantity >= 1),
    price numeric check (price >= 0),
    cost numeric check (cost >= 0),
    currency text not null default '',
    minimum_quantity integer not null default 1 check (minimum_quantity >= 1),
    lead_days integer check (lead_days >= 0),
    stock numeric check (stock >= 0),
    primary key (tenant_id, part_no)
);
create unique index part_by_number on quotes.part (tenant_id, number_key, number);

-- Other names of a part, and the numbers that a customer has for it (customer_id zero: everybody's).
create table quotes.part_alias (
    tenant_id uuid not null,
    alias_key text not null,
    customer_id uuid not null default '00000000-0000-0000-0000-000000000000',
    alias text not null,
    number text not null,
    primary key (tenant_id, alias_key, customer_id, number)
);

-- Which parts hold a word, a size or a code: part_no as four bytes each, little end first, in rising order, one row for each import.
create table quotes.part_term (
    tenant_id uuid not null,
    term text not null,
    segment integer not null,
    parts integer not null,
    postings bytea not null,
    primary key (tenant_id, term, segment)
);
alter table quotes.part_term alter column postings set storage external;

create table quotes.price_break (
    tenant_id uuid not null,
    number text not null,
    -- Empty: for every customer.
    tier text not null default '',
    from_quantity numeric not null check (from_quantity > 0),
    price numeric not null check (price >= 0),
    primary key (tenant_id, number, tier, from_quantity)
);

create table quotes.customer (
    tenant_id uuid not null,
    customer_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    name_key text not null,
    tier text not null default '',
    discount_percent numeric not null default 0 check (discount_percent between 0 and 100),
    currency text not null default '',
    contact text not null default '',
    email text not null default '',
    address text not null default '',
    since date,
    primary key (tenant_id, customer_id)
);
create unique index customer_by_name on quotes.customer (tenant_id, name_key);

do $wall$
declare
    name text;
begin
    foreach name in array array['catalogue', 'part', 'part_alias', 'part_term', 'price_break', 'customer'] loop
        execute format('alter table quotes.%I enable row level security', name);
        execute format('alter table quotes.%I force row level security', name);
        execute format(
            'create policy tenant on quotes.%I using (tenant_id = tenancy.current_tenant()) '
            'with check (tenant_id = tenancy.current_tenant())', name);
    end loop;
end
$wall$;
