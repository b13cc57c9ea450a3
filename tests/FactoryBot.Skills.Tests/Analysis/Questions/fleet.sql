-- A fleet: cut-short names with capitals, states of one letter, money in cents, two depots of a trip and two ways to one.
create schema fleet;
set search_path = fleet;
create table "Depot"("DepotID" serial primary key,"DepotNm" text,"Region" text,"Mgr" int);
create table "VehCls"("ClsCd" text primary key,"ClsDesc" text);
create table "Veh"("VehID" serial primary key,"RegNo" text,"ClsCd" text references "VehCls","DepotID" int references "Depot","Make" text,"ModelYr" int,"PurchDt" date,"PurchPrice" numeric(12,2),"DispDt" date,"Stat" char(1));
create table "Driver"("DrvID" serial primary key,"FirstNm" text,"LastNm" text,"LicCls" text,"HireDt" date,"TermDt" date,"HomeDepotID" int references "Depot");
create table "Supp"("SuppID" serial primary key,"SuppNm" text,"City" text,"Rating" int);
create table "Part"("PartNo" text primary key,"PartDesc" text,"Cat" text,"StdCost" numeric(10,2),"PrefSuppID" int references "Supp","QtyOnHand" int,"MinQty" int);
create table "WrkOrd"("WoNo" serial primary key,"VehID" int not null references "Veh","OpenDt" date,"CloseDt" date,"WoType" text,"Prio" int,"Stat" text,"LabHrs" numeric(6,2),"LabRate" numeric(6,2),"TechNm" text,"OdoKm" int);
create table "WoPart"("WoNo" int references "WrkOrd","PartNo" text references "Part","Qty" int,"UnitCost" numeric(10,2),primary key("WoNo","PartNo"));
create table "FuelTx"("TxID" serial primary key,"VehID" int references "Veh","DrvID" int references "Driver","TxDt" timestamp,"Ltrs" numeric(8,2),"AmtCts" int,"OdoKm" int,"Station" text);
create table "Trip"("TripID" serial primary key,"VehID" int references "Veh","DrvID" int references "Driver","StartDt" timestamp,"EndDt" timestamp,"Km" numeric(8,1),"Purpose" text,"FromDepotID" int references "Depot","ToDepotID" int references "Depot");
create table "Incident"("IncID" serial primary key,"VehID" int references "Veh","DrvID" int references "Driver","IncDt" date,"Severity" text,"AtFault" boolean,"RepairCost" numeric(10,2));
create table "DrvCls"("DrvID" int references "Driver","ClsCd" text references "VehCls","CertDt" date,primary key("DrvID","ClsCd"));
comment on column "Veh"."Stat" is 'A=active, S=in the shop, D=disposed';

insert into "Depot"("DepotNm","Region","Mgr") values('Leeds','North',1),('York','North',2),('Bristol','South',3),('Dover','South',4),('Derby','Midlands',5);

insert into "VehCls" values('VAN','Van'),('TRK','Truck'),('CAR','Car'),('TRL','Trailer');

insert into "Veh"("RegNo","ClsCd","DepotID","Make","ModelYr","PurchDt","PurchPrice","DispDt","Stat") select 'AB'||(10+i)||' XYZ',(array['VAN','TRK','CAR','VAN','TRL'])[1+i%5],1+i%5,(array['Ford','Volvo','Scania','Mercedes','Toyota','MAN'])[1+(i*i)%6],2014+i%11,make_date(2014+i%11,1+i%12,1+i%27),12000+(i*7919)%60000,case when i%14=0 then date '2026-01-10'+i end,case when i%14=0 then 'D' when i%9=0 then 'S' else 'A' end from generate_series(1,80)i;

insert into "Driver"("FirstNm","LastNm","LicCls","HireDt","TermDt","HomeDepotID") select (array['Amy','Bob','Cat','Dan','Eve','Fred','Gus'])[1+i%7],(array['Hill','Wood','Lake','Stone','Field','Moor','Bush','Marsh'])[1+i%8],(array['B','C','CE'])[1+i%3],date '2012-02-01'+i*90,case when i%10=0 then date '2026-03-01'+i*3 end,1+i%5 from generate_series(1,50)i;

insert into "Supp"("SuppNm","City","Rating") values('AutoParts Ltd','Leeds',4),('BrakeCo','Derby',5),('TyreWorld','London',3),('FilterKing','Leeds',2),('OilExpress','Dover',4);

insert into "Part" select 'P-'||(1000+i),(array['Brake pad','Oil filter','Tyre','Battery','Wiper','Air filter','Headlamp'])[1+i%7]||' '||i,(array['Brakes','Filters','Tyres','Electrical','Body'])[1+i%5],5+(i*31)%240,case when i%8=0 then null else 1+i%5 end,(i*13)%50,10+i%10 from generate_series(1,45)i;

insert into "WrkOrd"("VehID","OpenDt","CloseDt","WoType","Prio","Stat","LabHrs","LabRate","TechNm","OdoKm") select 1+(i*7)%78,d,case when i%12<>0 then d+(i*i)%13 end,(array['Repair','Service','Inspection','Recall'])[1+(i*3)%4],1+i%3,case when i%12=0 then 'Open' when i%25=0 then 'Cancelled' else 'Closed' end,0.5+(i%14)*0.5,38+(i%3)*6,(array['Ray','Sue','Tom','Uma'])[1+i%4],10000+i*90 from generate_series(1,600)i,lateral(select date '2025-01-05'+(i*29)%685 d)x;

insert into "WoPart" select "WoNo",'P-'||(1001+("WoNo"*k*7)%45),1+("WoNo"+k)%4,5+("WoNo"*k*3)%200 from "WrkOrd",generate_series(1,2)k where ("WoNo"+k)%3<>0 on conflict do nothing;

insert into "FuelTx"("VehID","DrvID","TxDt","Ltrs","AmtCts","OdoKm","Station") select 1+(i*11)%78,case when i%17=0 then null else 1+i%50 end,timestamp '2025-01-02 08:00'+(i*7)%690*interval '1 day'+(i%10)*interval '1 hour',20+(i*7)%60,(20+(i*7)%60)*(140+i%30),8000+i*40,(array['Shell','BP','Esso','Texaco'])[1+i%4] from generate_series(1,1500)i;

insert into "Trip"("VehID","DrvID","StartDt","EndDt","Km","Purpose","FromDepotID","ToDepotID") select 1+(i*3)%78,1+(i*3)%49,s,s+(1+i%9)*interval '1 hour',20+(i*17)%400,(array['Delivery','Service call','Transfer','Training'])[1+i%4],1+i%5,1+(i*2)%5 from generate_series(1,1200)i,lateral(select timestamp '2025-01-03 06:00'+(i*31)%690*interval '1 day' s)x;

insert into "Incident"("VehID","DrvID","IncDt","Severity","AtFault","RepairCost") select 1+(i*5)%78,1+(i*7)%50,date '2025-01-10'+(i*13)%680,(array['Minor','Moderate','Severe'])[1+(i*i)%3],i%3=0,200+(i*311)%5000 from generate_series(1,90)i;

insert into "DrvCls" select d,c,date '2020-01-01'+d*20 from generate_series(1,50)d,unnest(array['VAN','TRK','CAR'])c where (d+length(c)+ascii(c))%3<>0;
update "Incident" set "Severity"='Severe' where "IncID"%5=0;
update "Incident" set "DrvID"="DrvID"%43+1;
