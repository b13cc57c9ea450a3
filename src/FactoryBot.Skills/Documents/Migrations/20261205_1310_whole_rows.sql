-- A piece of full length with its vector is a little longer than what PostgreSQL keeps in one row unpressed. To press its text took longer than to write it.
alter table documents.piece set (toast_tuple_target = 4080);
