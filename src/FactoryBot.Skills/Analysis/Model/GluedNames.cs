using System.Collections.Frozen;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Names that lost their capitals on the way into the database: "customerid", "unitprice", "orderdate". Cut only between words that are known.</summary>
internal static class GluedNames
{
    private static readonly FrozenSet<string> Heads = """
        id,ids,key,code,no,nr,num,name,names,date,time,type,price,cost,status,state,address,amount,count,rate,number,qty,quantity,total,description,desc,title,level,value,weight,length,city,country,phone,email,category,
        line,lines,item,items,detail,details,order,orders,order,note,notes,group,method,reason,points,score,capacity,size,year,month,salary,balance,discount,flag,zip,region,history,log,logs,entry,entries,card,cards,
        on,at,by,mark,grade,fee,fees,hours,days,minutes,rank,room,town,unit,units,currency,limit,target,budget,eur,usd,gbp,chf,cents,kg,km,pct,percent
        """.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Firsts = """
        first,last,middle,head,super,chief,lead,full,nick,family,maiden,given,birth,hire,start,end,begin,due,ship,shipped,shipping,delivery,delivered,create,created,update,updated,modify,modified,close,closed,open,opened,return,returned,paid,payment,pay,issue,issued,
        invoice,order,sale,sales,purchase,unit,list,net,gross,tax,total,sub,line,item,stock,reorder,min,max,average,avg,exam,test,class,course,grade,enroll,enrollment,department,dept,manager,parent,home,away,work,job,base,hourly,monthly,annual,yearly,
        user,member,member,account,card,phone,mobile,fax,postal,zip,street,city,country,region,state,contact,company,business,file,image,page,group,event,trip,route,seat,ticket,booking,book,flight,
        departure,arrival,pickup,dropoff,rental,daily,plate,license,model,brand,make,engine,fuel,serial,batch,lot,part,sku,machine,line,shift,plant,site,location,warehouse,bin,shelf,room,floor,building,
        doctor,patient,visit,admission,discharge,diagnosis,treatment,medicine,drug,dose,insurance,policy,claim,premium,client,agent,case,team,player,match,game,season,league,coach,goal,score,
        loan,fine,author,publisher,isbn,genre,track,album,artist,media,playlist,project,task,expense,cost,budget,salary,bonus,leave,contract,vendor,supplier,product,category,customer,employee,person,staff,student,teacher,
        vehicle,car,driver,shipment,carrier,package,parcel,delivery,plan,call,data,usage,subscription,service,device,meter,reading,sensor,transaction,bank,branch,currency,exchange,credit,debit,review,rating,store,shop,position,role,priority,severity,
        enrolled,joined,registered,signed,hired,received,approved,rejected,cancelled,canceled,completed,finished,started,ended,checked,dropped,ordered,requested,scheduled,planned,resolved,assigned,booked,posted,sent,sold,bought,opened,left,
        campus,pupil,school,course,lesson,tutor,teacher,hotel,guest,tenant,owner,house,apartment,property,farm,field,crop,animal,club,donor,final,fee,price,amount,weight,distance,length,height,width,contract,supplier,tax,target,actual,early,late
        """.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Concat(Synonyms.SingleNouns).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Whole = new[] { "update", "overtime", "username", "deadline", "homework", "discount", "candidate", "paid", "valid", "grid", "android", "hybrid", "uuid", "guid", "asteroid", "airline", "airlines", "pipeline", "timeline", "online", "offline", "headline", "baseline", "postcode", "barcode", "zipcode" }.ToFrozenSet(StringComparer.Ordinal);

    public static string[] Split(string word)
    {
        if (word.Length < 5 || Whole.Contains(word) || Firsts.Contains(word) || Heads.Contains(word))
            return [word];
        for (var cut = 3; cut <= word.Length - 2; cut++)
        {
            if (Heads.Contains(word[cut..]) && (Firsts.Contains(word[..cut]) || (word[..cut].EndsWith('s') && Firsts.Contains(word[..(cut - 1)]))))
                return [word[..cut], word[cut..]];
        }

        // "Patientfirstname": what is left in front may be made of two itself.
        for (var cut = 4; cut <= word.Length - 4; cut++)
        {
            if (Firsts.Contains(word[..cut]) && Split(word[cut..]) is [_, _] rest)
                return [word[..cut], .. rest];
        }

        return [word];
    }
}
