-- A school: names that lost their capitals, money in cents, keys that nobody declared as roles.
create schema school;
set search_path = school;
create table campus(campusid int primary key,campusname text,town text);
create table teacher(teacherno int primary key,surname text,firstname text,subjectarea text,joined date,leftdate date,campusid int references campus,salary_cents int,headof int references teacher);
create table course(coursecode text primary key,title text,level text,credits int,feeeur numeric(8,2),campusid int references campus);
create table pupil(pupilid int primary key,fullname text,sex char(1),dateofbirth date,enrolledon date,status text,tutor_no int references teacher,homecity text);
create table classgroup(classid int primary key,coursecode text references course,term text,teacherno int references teacher,startdate date,enddate date,capacity int,room text);
create table registration(pupilid int references pupil,classid int references classgroup,regdate date,droppeddate date,finalmark numeric(4,1),primary key(pupilid,classid));
create table exam(examid int primary key,classid int references classgroup,examdate date,kind text,maxpoints int);
create table examresult(examid int references exam,pupilid int references pupil,points int,absent boolean default false,primary key(examid,pupilid));
create table invoice(invoiceno int primary key,pupilid int references pupil,issued date,duedate date,amount numeric(10,2),paidon date);
create table absence(absenceid int primary key,pupilid int references pupil,absentdate date,reason text,excused boolean,hours numeric(4,1));

insert into campus values(1,'North Campus','Oslo'),(2,'River Campus','Bergen'),(3,'Hill Campus','Tromso');

insert into teacher select i,(array['Berg','Dahl','Lund','Moe','Vik','Strand','Haug'])[1+i%7],(array['Ida','Jon','Kari','Lars','Mona'])[1+i%5],(array['Maths','Physics','Languages','Arts'])[1+i%4],date '2010-08-01'+i*120,case when i%9=0 then date '2026-06-30' end,1+i%3,3200000+i*41000,case when i>4 then 1+i%4 end from generate_series(1,30)i;

insert into course select 'C'||(100+i),(array['Algebra','Mechanics','French','Painting','Statistics','Optics','German','Drama'])[1+i%8]||' '||(1+i/8),(array['Beginner','Intermediate','Advanced'])[1+i%3],5+5*(i%3),250+i*15,1+i%3 from generate_series(0,23)i;

insert into pupil select i,(array['Nora','Emil','Sara','Oskar','Thea','Jakob'])[1+i%6]||' '||(array['Hansen','Olsen','Larsen','Nilsen','Eriksen'])[1+i%5]||' '||i,case when i%2=0 then 'F' else 'M' end,date '2006-01-01'+(i*37)%1800,date '2024-08-15'+(i*11)%700,case when i%13=0 then 'withdrawn' when i%7=0 then 'graduated' else 'enrolled' end,case when i%10=0 then null else 1+i%30 end,(array['Oslo','Bergen','Tromso','Drammen'])[1+(i*i)%4] from generate_series(1,260)i;

insert into classgroup select i,'C'||(100+i%24),case when i<=30 then 'Autumn 2025' when i<=60 then 'Spring 2026' else 'Autumn 2026' end,1+i%28,case when i<=30 then date '2025-09-01' when i<=60 then date '2026-02-01' else date '2026-09-01' end,case when i<=30 then date '2025-12-15' when i<=60 then date '2026-06-01' else date '2026-12-15' end,15+i%12,'R'||(1+i%9) from generate_series(1,84)i;

insert into registration select p,c.classid,c.startdate-(p%30),case when (p+c.classid)%17=0 then c.startdate+20 end,case when c.enddate<'2026-11-01' and (p+c.classid)%17<>0 then 2+(p*7+c.classid)%8 end from generate_series(1,250)p,classgroup c where (p*3+c.classid*5)%23=0;

insert into exam select i,1+(i-1)%84,(select startdate from classgroup where classid=1+(i-1)%84)+60+(i/84)*20,(array['Midterm','Final'])[1+i/85],100 from generate_series(1,150)i;

insert into examresult select e.examid,r.pupilid,30+(r.pupilid*7+e.examid*3)%71,(r.pupilid+e.examid)%19=0 from exam e join registration r using(classid) where e.examdate<='2026-11-26';

insert into invoice select i,1+(i*7)%255,d,d+30,150+(i*53)%900,case when i%6<>0 and d+10+i%40<='2026-11-26' then d+10+i%40 end from generate_series(1,700)i,lateral(select date '2025-01-10'+(i*19)%680 d)x;

insert into absence select i,1+(i*11)%240,date '2025-09-02'+(i*7)%440,(array['Illness','Travel','Family','Unknown'])[1+i%4],i%3<>0,1+i%6 from generate_series(1,500)i;
