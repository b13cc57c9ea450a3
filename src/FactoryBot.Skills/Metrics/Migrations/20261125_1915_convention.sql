-- How a tenant counts OEE; without a row the host's options hold.
create table if not exists plant.oee_convention (
    tenant_id uuid not null,
    form text not null check (form in ('Standard', 'Strict')),
    breaks text not null check (breaks in ('AsBooked', 'Loss', 'NotPlanned')),
    set_up text not null check (set_up in ('AsBooked', 'Loss', 'NotPlanned')),
    maintenance text not null check (maintenance in ('AsBooked', 'Loss', 'NotPlanned')),
    changed_at timestamptz not null default now(),
    primary key (tenant_id)
);

alter table plant.oee_convention enable row level security;
alter table plant.oee_convention force row level security;
drop policy if exists tenant on plant.oee_convention;
create policy tenant on plant.oee_convention using (tenant_id = tenancy.current_tenant())
    with check (tenant_id = tenancy.current_tenant());

-- Other hosts drop what they keep of the plant, as after a load.
create or replace trigger tell_of_convention after insert or update on plant.oee_convention
    for each row execute function plant.tell_of_load();
