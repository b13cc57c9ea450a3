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

    private static readonly FrozenSet<string> Whole = new[] { "update", "overtime", "username", "deadline", "homework", "discount", "candidate", "paid", "valid", "grid", "android", "hybrid", "uuid", "guid", "asteroid", "airline", "airlines", "pipeline", "timeline", "online", "offline", "headline", "baseline", "postcode", "barcode", "zipcode", "subtotal", "weekend", "passport", "password", "website", "manufacture", "salesperson", "warehouse", "statement", "standard", "substation", "workshop", "classroom", "bedroom", "bathroom", "bookstore", "bookshop", "farmhouse", "workplace", "workstation", "workflow", "birthday", "storeroom", "showroom", "homepage", "lifetime", "checkpoint", "landline", "townhouse", "courtroom", "ballroom" }.ToFrozenSet(StringComparer.Ordinal);

    // Words that stand in the middle of longer names: "sales rep employee number", "days to manufacture", "business entity id".
    private static readonly FrozenSet<string> Middles = """
        rep,reps,reports,answer,approval,area,attendance,bill,birth,billing,body,business,buy,buyer,calling,cart,cash,cell,change,channel,check,child,comment,comments,commission,component,condition,confirmed,contact,copy,course,courtesy,creation,
        current,customer,day,default,destination,display,document,domestic,each,edition,educational,emergency,entity,entrance,expectancy,expiration,expiry,external,extra,female,finished,form,format,former,freight,gender,goods,government,guest,half,
        header,home,hour,html,income,independence,internal,international,interest,invoice,job,journal,keeper,kind,language,late,lead,life,link,local,male,manage,manager,manufacture,manufacturer,market,marital,material,materials,maximum,meal,medium,
        message,method,minimum,minute,mode,money,month,nationality,national,next,normal,office,officer,offer,official,opening,option,orderer,organization,origin,outstanding,owner,parent,passenger,password,path,period,picture,place,placed,point,population,post,preferred,
        previous,primary,private,process,production,profit,province,public,quota,quarter,raw,received,referral,registration,reject,related,relation,release,released,rep,replacement,report,required,requisition,residence,result,revenue,rework,road,routing,
        safety,sale,sales,scale,schedule,scrap,scrapped,second,section,sell,seller,sequence,ship,shipper,shopping,sick,signature,source,special,spent,standard,start,stocked,subcategory,subject,summary,support,surface,survey,table,target,team,term,
        territory,text,third,thumbnail,total,tour,training,transfer,travel,unit,user,vacation,value,version,via,video,view,views,visitor,votes,web,week,weekly,winner,word,work,worked,working,zone,taken,made,used,per,due,
        discontinued,picture,photo,postal,province,salesperson,supply,inventory,ordered,shipped,required,buying,model,modified,finish,lost,won,drawn,played,born,died,founded,opened,hand,stock
        """.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);

    // Small words between two others, never at the front.
    private static readonly FrozenSet<string> Small = new[] { "of", "to", "in", "on", "by", "at", "for", "per", "id", "no", "qty", "amt", "pct", "ytd" }.ToFrozenSet(StringComparer.Ordinal);

    private const int ShortestChain = 7;
    private const int MostPieces = 5;

    public static string[] Split(string word)
    {
        if (word.Length < 5 || IsWhole(word))
            return [word];
        for (var cut = 3; cut <= word.Length - 2; cut++)
        {
            if (Heads.Contains(word[cut..]) && (Firsts.Contains(word[..cut]) || (word[..cut].EndsWith('s') && Firsts.Contains(word[..(cut - 1)]))))
                return [word[..cut], word[cut..]];
        }

        var bare = word.TrimEnd(Digits);
        return bare.Length >= ShortestChain && Chain(bare) is { Length: > 1 } pieces ? [.. pieces[..^1], pieces[^1] + word[bare.Length..]] : [word];
    }

    private static readonly char[] Digits = [.. "0123456789"];

    private static bool IsWhole(string word) => Whole.Contains(word) || Firsts.Contains(word) || Heads.Contains(word) || Middles.Contains(word) || (word[^1] == 's' && (Firsts.Contains(word[..^1]) || Middles.Contains(word[..^1])));

    // The fewest known words that make up the whole name; null where something is left over.
    private static string[]? Chain(string name)
    {
        var best = new string[]?[name.Length + 1];
        best[0] = [];
        for (var end = 2; end <= name.Length; end++)
        {
            for (var start = 0; start < end; start++)
            {
                if (best[start] is { Length: < MostPieces } before && (best[end] is not { } known || known.Length > before.Length + 1) && IsPiece(name[start..end], start > 0))
                    best[end] = [.. before, name[start..end]];
            }
        }

        return best[name.Length];
    }

    private static bool IsPiece(string piece, bool inside) => piece.Length > 2 ? (piece is not ("sub" or "super") && IsWhole(piece)) || (inside && Small.Contains(piece)) : inside && Small.Contains(piece);
}
