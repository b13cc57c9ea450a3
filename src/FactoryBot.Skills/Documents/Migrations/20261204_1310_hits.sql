-- The word index keeps one row for each word of a document instead of one for each word of a piece: a manual of a hundred pages has every word
-- many times, and each row cost its place in three indexes.
alter table documents.posting no force row level security;
alter table documents.posting rename to posting_of_piece;
alter table documents.posting_of_piece rename constraint posting_pkey to posting_of_piece_pkey;
drop index documents.posting_by_document;

create table documents.posting (
    tenant_id uuid not null,
    -- Compared byte by byte: nobody reads it in the order of a language.
    term text collate "C" not null,
    document_id integer not null,
    set_id integer not null,
    -- How often it stands in the title.
    title smallint not null,
    -- In how many pieces it stands.
    pieces integer not null,
    -- Of each piece 14 bytes, the first number first: its id, how often the term stands in the text, in the headings, and the words of the piece.
    hits bytea not null,
    primary key (tenant_id, term, document_id) include (set_id, pieces)
);

insert into documents.posting (tenant_id, term, document_id, set_id, title, pieces, hits)
select tenant_id, term, document_id, min(set_id), max(title), count(*),
    string_agg(int8send(piece_id) || int2send(body) || int2send(head) || int2send(length), ''::bytea order by piece_id)
from documents.posting_of_piece
group by tenant_id, term, document_id;

drop table documents.posting_of_piece;
create index posting_by_document on documents.posting (tenant_id, document_id);

alter table documents.word alter column term type text collate "C";

alter table documents.posting enable row level security;
alter table documents.posting force row level security;
create policy tenant on documents.posting using (tenant_id = (select tenancy.current_tenant())) with check (tenant_id = (select tenancy.current_tenant()));

-- Written so, the tenant is asked for once in a statement and not for each row.
do $wall$
declare
    name text;
begin
    foreach name in array array['document', 'piece', 'word'] loop
        execute format('drop policy tenant on documents.%I', name);
        execute format(
            'create policy tenant on documents.%I using (tenant_id = (select tenancy.current_tenant())) '
            'with check (tenant_id = (select tenancy.current_tenant()))', name);
    end loop;
end
$wall$;
