-- Which page of the rows was shown, so that the next one can be asked for.
alter table analysis.query add column if not exists page integer not null default 0;
