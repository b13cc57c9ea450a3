using System.Collections.Frozen;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>What the short words of schemas stand for: qty, fname, sched. A short word that could be two things is told by the words beside it.</summary>
internal static class Abbreviations
{
    private const string Table = """
        qty quantity; amt amount; cust customer; emp employee; dept department; addr address; no number; nr number; num number; desc description; descr description; dt date; ts time
        prod product; cat category; tel phone; mgr manager; loc location; ord order; inv invoice; avg average; pct percent; min minute; mins minutes; sec seconds; secs seconds
        hrs hours; mfg manufacturing; acct account; txn transaction; trans transaction; wo work order; po purchase order; org organization; dob birth date; yr year; mth month
        wh warehouse; whse warehouse; dest destination; orig origin; veh vehicle; pkg package; equip equipment; eq equipment; mach machine; reg region; seg segment; svc service; cnt count
        tot total; bal balance; pmt payment; temp temperature; vol volume; dist distance; wgt weight; dur duration; lvl level; stat status; cd code; typ type; grp group; curr currency
        supp supplier; vend vendor; mat material; doc document; proj project; appt appointment; pat patient; stud student; maint maintenance; op operation; wt weight; len length
        src source; abt department; lief supplier; kd customer; bez name; bem remark; name1 name; mwst vat; gew weight; rx prescription; med medicine; qtr quarter; lang language
        mbr member; subj subject; tkt ticket; usr user; rcv received; recv received; dlv delivery; deliv delivery; shp shipment; pymt payment; bldg building; mtr meter; rdg reading
        cons consumption; fname first name; lname last name; firstname first name; lastname last name; mname middle name; pax passenger; flt flight; ac aircraft; mx maintenance
        mfr manufacturer; mfgr manufacturer; manuf manufacturer; sched scheduled; arr arrival; req required; instr instructor; crs course
        sem semester; enrl enrollment; enr enrollment; asgn assignment; asgmt assignment; sal salary; ctry country; cntry country; bdate birth date; img image; mob mobile; ph phone
        cntct contact; coll collection; ttl title; lib library; acc account; accts account; diag diagnosis; dx diagnosis; proc procedure
        hosp hospital; attn attendance; plyr player; lg league; seas season; mtch match; pts points; avail available; capac capacity; upd updated
        crt created; creat created; perf performance; shpmt shipment; shpt shipment; pln plan; subs subscription; subscr subscription; chg charge; usg usage; dev device
        rdng reading; msr measure; rnt rental; rsv reservation; resv reservation; bkg booking; hdr header; dtl detail; dtls details; ln line; lns lines; itm item
        catg category; categ category; cls class; div division; sect section; tsk task; tkts ticket; prio priority; sev severity; resp responsible; assgn assigned; cmt comment
        rmk remark; opn opened; clsd closed; strt start; clnt client; clt client; mkt market; cmp company; coy company; invc invoice; rcpt receipt; trx transaction; xfer transfer
        wd withdrawal; whs warehouse; stk stock; mvt movement; mvmt movement; mov movement; rtn return; ret return; rsn reason; rsvd reserved; resvd reserved; std standard; mthd method; mtd method
        cr credit; doctype document type; acq acquisition; alloc allocated; appr approved; bgt budget; budg budget; canc cancelled; contr contract; crncy currency
        delv delivery; dscnt discount; disct discount; empl employee; extn extension; fac facility; fcst forecast; gndr gender; insp inspection; insur insurance
        intl international; mfd manufactured; nbr number; onhand on hand; outst outstanding; pd paid; perc percent; pymnt payment; quot quote
        recd received; refd refund; rem remaining; repl replacement; revn revenue; schd scheduled; sts status; surg surgery; terr territory
        tran transaction; trmt treatment; vndr vendor; whouse warehouse; wrhs warehouse
        ltr litre; ltrs litres; tx transaction; lic licence; purch purchase; odo odometer
        ann annual; nm name; sup supervisor; fzg vehicle; ma employee; verm rental; rueckg return
        rptd reported; rprt reported; cmpl completed; compl completed; cmplt completed; dwntm downtime; dntm downtime; prob problem; crit criticality
        instl installed; rcvd received; hrly hourly; prc price; val value; oh on hand; flg flag; ot overtime; labr labour; lbr labour; tm time
        termn termination; rtd rated; vndrs vendor; sply supply; splr supplier; suppl supplier; qlty quality; qual quality; insptn inspection
        defct defect; dfct defect; scrp scrap; rwk rework; shft shift; wc work center; wkctr work center; wrkctr work center; cntr counter; ctr center
        brch branch; brnch branch; bch batch; btch batch; rls release; rlsd released; dlvd delivered; dlvy delivery; dlvry delivery; shpd shipped
        shppd shipped; pckd packed; invcd invoiced; bld building; adm admission; admt admitted; dschg discharge; dsch discharge; phys physician
        prov provider; ins insurance; clm claim; clms claim; plcy policy; pol policy; prem premium; brkr broker; ded deductible; incd incident
        incid incident; rslv resolved; resol resolved; esc escalated; asgnd assigned; assd assigned; asg assigned; crtd created; modif modified
        eff effective; exprd expired; stdt start date; endt end date; actl actual; plnd planned; estd estimated; thru through; freq frequency
        intvl interval; mnt maintenance; mtnc maintenance; rpr repair; brkdn breakdown; msg message; ntc notice; notif notification; sbj subject
        ctgry category; catgy category; mdl model; clr color; sz size; hgt height; wdth width; lngth length; wght weight; vlm volume; cap capacity
        util utilization; tgt target; trgt target; lmt limit; rte route; trp trip; drv driver; drvr driver; mlg mileage; psgr passenger; tckt ticket
        venu venue; attnd attendees; asm assembly; assy assembly; bom bill of materials; rtg routing; oper operation; oprn operation; opr operator
        optr operator; wkr worker; tchr teacher; stdnt student; grd grade; enrld enrolled; grad graduation; publ publisher; cpy copy; borr borrower
        retd returned; rtnd returned; resrv reservation; mbrs member; memb member; rcp recipe; ingr ingredient; ckd cooked; rtng rating; rvw review
        cmnt comment; dsc description; dscr description
        """;

    private static readonly FrozenDictionary<string, string> Words = Table.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split(' ', 2)).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    private static readonly HashSet<string> Travel = new(["time", "airport", "station", "date", "delay", "gate", "terminal", "port", "scheduled", "sched", "actual", "act", "at", "on", "city", "planned", "arr"], StringComparer.Ordinal);
    private static readonly HashSet<string> Real = new(["dep", "arr", "departure", "arrival", "start", "end", "qty", "cost", "hours", "hrs", "date", "dt", "time", "delivery", "weight", "wt"], StringComparer.Ordinal);

    private static readonly HashSet<string> Document = new(["hdr", "header", "head", "line", "lines", "ln", "item", "items", "dtl", "detail", "details", "no", "nr", "num", "id", "pos"], StringComparer.Ordinal);
    private static readonly HashSet<string> Worked = new(["hrs", "hours", "hour", "rate", "cost", "amt", "min", "mins", "time"], StringComparer.Ordinal);
    private static readonly HashSet<string> Named = new(["nm", "name", "id", "no", "nr", "fname", "lname", "mst", "master"], StringComparer.Ordinal);
    private static readonly HashSet<string> Numbered = new(["no", "nr", "num", "nbr", "number", "date", "dt", "plate"], StringComparer.Ordinal);
    private static readonly HashSet<string> Rated = new(["hrly", "hourly", "hr", "hour", "pay", "tax", "labor", "labour", "lab", "exch", "int", "day", "daily", "std"], StringComparer.Ordinal);
    private static readonly HashSet<string> Spare = new(["part", "parts", "prt"], StringComparer.Ordinal);
    private static readonly HashSet<string> Discounted = new(["pct", "perc", "percent", "amt", "amount", "rate", "val", "value"], StringComparer.Ordinal);

    public static string[] Expand(string[] words) => [.. words.SelectMany((w, i) => Of(w, i, words).Split(' '))];

    private static string Of(string word, int at, string[] words) => word switch
    {
        "dep" => words.Where((w, i) => i != at).Any(Travel.Contains) ? "departure" : "department",
        "so" when words.Length > 1 && words.Where((w, i) => i != at).Any(Document.Contains) => "sales order",
        "reg" when words.Where((w, i) => i != at).Any(Numbered.Contains) => "registration",
        "lab" when words.Where((w, i) => i != at).Any(Worked.Contains) => "labour",
        "tech" when words.Length == 1 || words.Where((w, i) => i != at).Any(Named.Contains) => "technician",
        "disc" when words.Where((w, i) => i != at).Any(Discounted.Contains) => "discount",
        "sp" when words.Where((w, i) => i != at).Any(Spare.Contains) => "spare",
        "rt" when words.Where((w, i) => i != at).Any(Rated.Contains) => "rate",
        "act" when words.Where((w, i) => i != at).Any(Real.Contains) => "actual",
        _ => Words.GetValueOrDefault(word) ?? German.Of(word) ?? word,
    };
}
