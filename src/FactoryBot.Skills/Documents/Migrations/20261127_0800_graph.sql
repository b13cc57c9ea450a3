-- The graph holds the pieces of tenants with very many alone: keeping it cost every file that came in more than reading it.
drop index documents.piece_by_vector;
alter table documents.piece add column graphed boolean not null default false;
create index piece_by_vector on documents.piece using hnsw (vector vector_cosine_ops) where graphed;
create index piece_beside_graph on documents.piece (tenant_id, piece_id) where not graphed;
