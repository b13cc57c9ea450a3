-- A post of its own in a channel, and what is said instead where not everybody who reads along may see it.
alter table notices.notice add column on_top boolean not null default false;
alter table notices.notice add column needs text;
alter table notices.notice add column otherwise text;
alter table notices.notice alter column otherwise set storage external;
