-- A hotel group: bookings with two days and two ways to a hotel, states in capitals, a guest who brought another.
create schema hotel;
set search_path = hotel;
create table hotels(hotel_id serial primary key,name text not null,city text not null,country_code char(2) not null,stars int,opened_on date);
create table room_types(room_type_code text primary key,description text not null,max_guests int,rack_rate numeric(8,2));
create table rooms(room_id serial primary key,hotel_id int not null references hotels,room_number text,room_type_code text references room_types,floor int,out_of_order boolean default false);
create table guests(guest_id serial primary key,first_name text,last_name text,email text,country_code char(2),loyalty_level text,referred_by_guest_id int references guests,birth_date date);
create table booking_channels(channel_id serial primary key,channel_name text,commission_pct numeric(5,2));
create table employees(employee_id serial primary key,full_name text,job_title text,hotel_id int references hotels,manager_id int references employees,hired_on date,monthly_salary numeric(10,2));
create table bookings(booking_id serial primary key,guest_id int not null references guests,room_id int not null references rooms,channel_id int references booking_channels,booked_on date,check_in date,check_out date,adults int,children int,status text check(status in('CONFIRMED','CHECKED_IN','CHECKED_OUT','CANCELLED','NO_SHOW')),room_total numeric(10,2),handled_by int references employees);
create table payments(payment_id serial primary key,booking_id int not null references bookings,paid_on date,amount numeric(10,2),method text);
create table services(service_id serial primary key,service_name text,category text,unit_price numeric(8,2));
create table booking_services(booking_id int references bookings,service_id int references services,quantity int,used_on date,primary key(booking_id,service_id));
create table reviews(review_id serial primary key,booking_id int references bookings,score int,comment text,reviewed_on date);

insert into hotels(name,city,country_code,stars,opened_on) values('Seaview Palace','Lisbon','PT',5,'2009-04-01'),('Alpine Lodge','Innsbruck','AT',4,'2014-11-15'),('City Inn','Munich','DE',3,'2018-03-01'),('Harbour House','Hamburg','DE',4,'2011-06-20'),('Old Mill','Bruges','BE',3,'2020-09-01'),('Grand Riviera','Nice','FR',5,'1998-05-05');

insert into room_types values('SGL','Single room',1,79),('DBL','Double room',2,119),('FAM','Family room',4,169),('STE','Suite',3,289);

insert into rooms(hotel_id,room_number,room_type_code,floor,out_of_order) select h,(f*100+n)::text,(array['SGL','DBL','DBL','FAM','STE'])[1+(n+h)%5],f,(h*7+f*3+n)%23=0 from generate_series(1,6)h,generate_series(1,3)f,generate_series(1,5)n;

insert into guests(first_name,last_name,email,country_code,loyalty_level,referred_by_guest_id,birth_date) select (array['Anna','Ben','Clara','David','Eva','Felix','Greta','Hugo'])[1+i%8],(array['Keller','Santos','Dubois','Moser','Peeters','Rossi','Novak','Smith','Jensen'])[1+i%9],'guest'||i||'@example.com',(array['DE','PT','FR','AT','BE','IT','US'])[1+(i*i)%7],(array['Bronze','Silver','Gold','Platinum',null])[1+i%5],case when i>20 and i%4=0 then i-17 end,date '1955-01-01'+(i*137)%17000 from generate_series(1,160)i;

insert into booking_channels(channel_name,commission_pct) values('Website',0),('Booking.com',15),('Expedia',18),('Phone',0),('Travel agency',10);

insert into employees(full_name,job_title,hotel_id,manager_id,hired_on,monthly_salary) select (array['Ana','Bert','Carla','Dirk','Elsa','Finn','Gina','Hans'])[1+i%8]||' '||(array['Weber','Costa','Maes','Blanc','Huber'])[1+i%5],case when i<=6 then 'General manager' else (array['Receptionist','Housekeeper','Chef','Waiter'])[1+i%4] end,1+(i-1)%6,case when i>6 then 1+(i-1)%6 end,date '2015-01-01'+i*80,case when i<=6 then 5200+i*100 else 2100+(i*37)%900 end from generate_series(1,42)i;

insert into bookings(guest_id,room_id,channel_id,booked_on,check_in,check_out,adults,children,status,room_total,handled_by) select 1+(i*17)%150,r.room_id,case when i%11=0 then null else 1+i%5 end,d-(i*7)%60,d,d+1+i%6,1+i%2,case when i%5=0 then 2 else 0 end,case when d>date '2026-11-26' then case when i%9=0 then 'CANCELLED' else 'CONFIRMED' end when i%9=0 then 'CANCELLED' when i%31=0 then 'NO_SHOW' when d+1+i%6>date '2026-11-26' then 'CHECKED_IN' else 'CHECKED_OUT' end,round(t.rack_rate*(1+i%6)*(0.8+(i%5)*0.1),2),case when i%7=0 then null else 7+i%36 end from generate_series(1,1400)i cross join lateral(select date '2025-01-03'+(i*53)%730 d)x join rooms r on r.room_id=1+(i*13+i/90)%90 join room_types t using(room_type_code);

insert into payments(booking_id,paid_on,amount,method) select booking_id,check_in-(booking_id%20),case when booking_id%6=0 then round(room_total/2,2) else room_total end,(array['Credit card','Cash','Bank transfer','PayPal'])[1+booking_id%4] from bookings where status<>'CANCELLED' and check_in-(booking_id%20)<='2026-11-26';

insert into payments(booking_id,paid_on,amount,method) select booking_id,check_out,round(room_total/2,2),'Credit card' from bookings where status='CHECKED_OUT' and booking_id%12=0;

insert into services(service_name,category,unit_price) values('Breakfast','Food',18),('Dinner','Food',42),('Massage','Wellness',75),('Sauna','Wellness',20),('Parking','Transport',15),('Airport shuttle','Transport',35),('Laundry','Housekeeping',12);

insert into booking_services select booking_id,1+(booking_id+k*3)%7,1+(booking_id+k)%4,check_in+1 from bookings,generate_series(0,1)k where status in('CHECKED_OUT','CHECKED_IN') and booking_id%(k+2)=0;

insert into reviews(booking_id,score,comment,reviewed_on) select booking_id,case when booking_id%13=0 then 2 else 5+booking_id%6 end,case when booking_id%3=0 then 'Nice stay' end,check_out+booking_id%9 from bookings where status='CHECKED_OUT' and booking_id%3<>1 and check_out+booking_id%9<='2026-11-26';
update rooms set room_type_code='DBL' where hotel_id=3 and room_type_code='STE';
