-- An airline in short words: planned beside actual times, a table of codes, a log, a place that several columns can mean, rows of days to come.
create schema airline;
set search_path = airline;
create table airports (iata char(3) primary key, name text not null, city text, country text);
insert into airports values ('FRA','Frankfurt Airport','Frankfurt','Germany'),('MUC','Munich Airport','Munich','Germany'),('LHR','Heathrow','London','United Kingdom'),('LGW','Gatwick','London','United Kingdom'),('MAD','Barajas','Madrid','Spain'),('KEF','Keflavik','Reykjavik','Iceland');
create table ac_models (id int primary key, mfr text, model text, seats int);
insert into ac_models values (1,'Airbus','A320',180),(2,'Airbus','A350',325),(3,'Boeing','737-800',189);
create table aircraft (tail_no varchar(8) primary key, model_id int references ac_models(id), yr_built int, retired boolean not null);
insert into aircraft select 'D-A' || chr(64 + i) || 'X', 1 + i % 3, 1998 + i * 3, i = 4 from generate_series(1, 9) i;
create table flt_status (code char(1) primary key, descr text not null);
insert into flt_status values ('S','scheduled'),('A','arrived'),('C','cancelled');
create table flights (id int primary key, flt_no varchar(8), orig char(3) references airports(iata), dest char(3) references airports(iata), tail_no varchar(8) references aircraft(tail_no), sched_dep timestamp, act_dep timestamp, sched_arr timestamp, act_arr timestamp, stat char(1) references flt_status(code), dist_km int);
insert into flights select i, 'XA' || 100 + i % 40, (array['FRA','MUC','LHR','LGW','MAD'])[1 + i % 5], (array['MUC','LHR','LGW','MAD','FRA'])[1 + (i * 3 + i / 7) % 5], 'D-A' || chr(65 + i % 8) || 'X', ts, case when i % 11 = 0 or ts > '2026-06-30' then null else ts + ((i % 4) * 9 || ' minutes')::interval end, ts + interval '95 minutes',
  case when i % 11 = 0 or ts > '2026-06-30' then null else ts + interval '95 minutes' + ((i % 3) * 12 - 6 || ' minutes')::interval end, case when i % 11 = 0 then 'C' when ts > '2026-06-30' then 'S' else 'A' end, 300 + (i * 53) % 2400
  from (select i, timestamp '2025-03-01 08:10' + i * interval '2 days 3 hours' as ts from generate_series(1, 260) i) f;
create table pax (id int primary key, full_name text not null, birth_dt date, nationality text, email text);
comment on table pax is 'passengers';
insert into pax select i, (array['Anna','Boris','Clara','David'])[1 + i % 4] || ' ' || (array['Abel','Brandt','Cole','Dorn','Ellis'])[1 + i % 5] || ' ' || i, date '1950-01-01' + i * 487, (array['German','Spanish','British'])[1 + i % 3], case when i % 4 = 0 then null else 'p' || i || '@mail.test' end from generate_series(1, 40) i;
create table bookings (ref char(6) primary key, pax_id int references pax(id), booked_at timestamp, channel text, total_amt numeric(10,2));
insert into bookings select 'REF' || 100 + i, 1 + (i * 7) % 36, timestamp '2025-02-01 10:00' + i * interval '4 days', (array['web','app','phone'])[1 + i % 3], 90 + (i * 61) % 900 from generate_series(1, 120) i;
create table tickets (tkt_no int primary key, booking_ref char(6) references bookings(ref), flight_id int references flights(id), cabin text, fare numeric(10,2), bags int);
insert into tickets select 7000 + i, 'REF' || 101 + (i * 5) % 118, 1 + (i * 13) % 250, (array['economy','economy','business','premium'])[1 + i % 4], 60 + (i * 47) % 700, i % 3 from generate_series(1, 200) i;
create table crew_members (id int primary key, fname text, lname text, job_title text, base char(3) references airports(iata), mgr_id int references crew_members(id), hired date, salary_yr int);
insert into crew_members select i, (array['Karen','Leo','Maria','Nick'])[1 + i % 4], (array['Lang','Meyer','Novak','Olsen','Price'])[1 + i % 5], (array['captain','purser','flight attendant'])[1 + i % 3], (array['FRA','MUC','LHR'])[1 + (i / 2) % 3], case when i < 3 then null else 1 + i % 2 end, date '2008-01-01' + i * 290, 30000 + i * 4100 from generate_series(1, 20) i;
create table mx_logs (id int primary key, tail_no varchar(8) references aircraft(tail_no), opened date, closed date, cost_eur numeric(10,2));
insert into mx_logs select i, 'D-A' || chr(65 + (i * i) % 7) || 'X', date '2025-05-01' + i * 13, case when i > 27 then null else date '2025-05-01' + i * 13 + i % 6 end, 400 + i * 311 from generate_series(1, 30) i;
