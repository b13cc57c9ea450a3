-- A car rental in German names: abbreviations, two keys to a location, a key that is named after what somebody is, cents, dates kept as text, no declared keys for some.
create schema carrental;
set search_path = carrental;
create table t_standorte (standort_id int primary key, bezeichnung text, stadt text);
insert into t_standorte values (1,'Hauptbahnhof','Berlin'),(2,'Flughafen','Berlin'),(3,'City','Hamburg'),(4,'Messe','Frankfurt');
create table t_mitarbeiter (ma_id int primary key, vorname text, nachname text, vorgesetzter_id int, eintrittsdatum date, gehalt numeric);
insert into t_mitarbeiter values (1,'Anna','Abel',null,'2012-03-01',58000),(2,'Boris','Brandt',1,'2016-07-15',41000),(3,'Clara','Cole',1,'2021-01-10',36500),(4,'David','Dorn',1,'2023-09-01',33000);
create table t_kunden (kd_nr int primary key, vorname text, nachname text, ort text, geburtsdatum date, newsletter char(1));
insert into t_kunden select 1000 + i, (array['Elena','Frank','Grace','Henry','Iris'])[1 + i % 5], (array['Ellis','Fuchs','Gray','Hahn'])[1 + i % 4], (array['Berlin','Hamburg','Potsdam'])[1 + i % 3], date '1960-02-03' + i * 611, case when i % 3 = 0 then 'J' else 'N' end from generate_series(0, 29) i;
create table t_fahrzeuge (fzg_id int primary key, kennzeichen text unique, hersteller text, klasse text, baujahr int, tagespreis numeric(8,2), aktiv boolean);
insert into t_fahrzeuge select i, 'B-AV ' || 100 + i, (array['VW','BMW','Opel'])[1 + i % 3], (array['Kompakt','Mittelklasse','Van'])[1 + i % 3], 2015 + i % 9, 39 + 7 * i, i % 7 <> 0 from generate_series(1, 15) i;
create table t_vermietungen (verm_nr int primary key, kd_nr int references t_kunden, fzg_id int references t_fahrzeuge, ma_id int, abhol_standort_id int references t_standorte, rueckgabe_standort_id int references t_standorte, beginn date, ende_geplant date, rueckgabe_am date, gesamtpreis numeric(9,2), status text);
insert into t_vermietungen select 5000 + i, 1000 + i * 7 % 27, 1 + (i * i) % 14, 1 + i % 4, 1 + i % 4, 1 + (i / 3) % 4, date '2025-02-03' + i * 5, date '2025-02-03' + i * 5 + 1 + i % 6, case when i % 9 = 0 or i > 96 then null else date '2025-02-03' + i * 5 + 1 + i % 6 + (case when i % 5 = 0 then 2 else 0 end) end, 80 + (i * 37) % 700,
  case when i % 9 = 0 then 'storniert' when i > 96 then 'offen' else 'abgeschlossen' end from generate_series(1, 100) i;
create table t_schaeden (id int primary key, verm_nr int references t_vermietungen, beschreibung text, kosten_cent int, gemeldet_am text);
insert into t_schaeden select i, 5000 + i * 9 + 1, (array['Kratzer','Delle','Glasbruch'])[1 + i % 3], 12050 + i * 4300, (date '2025-03-01' + i * 40)::text from generate_series(1, 10) i;
