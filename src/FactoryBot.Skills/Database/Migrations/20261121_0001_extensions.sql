-- Both extensions are marked as trusted: the owner of the database may create them.
create extension if not exists vector;
create extension if not exists pg_trgm;
