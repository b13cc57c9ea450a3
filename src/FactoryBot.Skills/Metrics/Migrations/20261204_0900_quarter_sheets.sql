-- Sheets of quarters beside those of days and months: a year of a fleet is read from a third of the rows. The host makes all of them anew,
-- because their rules have another version.
alter table plant.stop_sheet drop constraint if exists stop_sheet_grain_check;
alter table plant.stop_sheet add constraint stop_sheet_grain_check check (grain between 1 and 3);
create table plant.stop_sheet_quarter partition of plant.stop_sheet for values in (3);
select plant.close_partition('plant.stop_sheet_quarter'::regclass);
