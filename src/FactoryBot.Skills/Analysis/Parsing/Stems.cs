using System.Collections.Frozen;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Brings the forms of an English word together: plural and singular, and for verbs their tenses.</summary>
internal static class Stems
{
    private static readonly FrozenDictionary<string, string> Irregular = """
        diagnoses diagnosis,analyses analysis,people person,persons person,men man,women woman,children child,feet foot,mice mouse,staff employee,data data,criteria criterion,
        indices index,indexes index,countries country,series series,media medium,qty quantity,qtys quantity,amt amount,cust customer,emp employee,
        dept department,addr address,tel phone,telephone phone,nr number,num number,descr description,desc description,cat category,prod product,
        mgr manager,mins minute,min minute,secs second,sec second,hrs hour,hr hour,kgs kg,organisation organization,organisations organization,
        colour color,colours color,labour labor,centre center,centres center,flavour flavor,flavours flavor,licence license,cheque check
        """.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split(' ')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Verbs = """
        diagnosis diagnos,diagnoses diagnos,diagnosed diagnos,diagnose diagnos,bought buy,sold sell,sale sell,sales sell,made make,paid pay,sent send,born birth,began begin,begun begin,lost lose,given give,gave give,
        taken take,took take,went go,gone go,written write,wrote write,built build,held hold,kept keep,spent spend,met meet,ran run,
        drove drive,driven drive,flew fly,flown fly,taught teach,sang sing,sung sing,left leave,chose choose,chosen choose,knew know,sat sit,stood stand,got get,brought bring,came come,grew grow,grown grow,employed hire,joined hire,delivery deliver,deliveries deliver,bigger big,placed order,
        prescription prescribe,prescriptions prescribe,admission admit,admissions admit,subscription subscribe,subscriptions subscribe,registration register,registrations register,loan borrow,loans borrow,loaned borrow,lent borrow,lend borrow,
        flight fly,flights fly,failure fail,failures fail,closure close,entry enter,entries enter,choice choose,complaint complain,complaints complain,receipt receive,receipts receive,usage use,storage store,seen see,saw see,read read,reading read,readings read,
        hirings hire,enrolment enroll,enrolments enroll,enrolled enroll,enrollment enroll,enrollments enroll,purchases purchas,sickness fall,donation donate,donations donate,transmission transmit,inquiry inquire,inquiries inquire,bookings book,voted vote,consumption consum,production produc,consumptions consum
        """.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split(' ')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    private static readonly string[] Endings = ["ments", "ment", "ations", "ation", "ions", "ion", "ance", "als", "al", "ings", "ing", "ed", "s"];

    /// <summary>Of a noun: singular, and without what spelling adds.</summary>
    public static string Of(string word)
    {
        if (Irregular.TryGetValue(word, out var other))
            return other.Length > 4 && other != word ? Of(other) : other;
        var stem = word;
        if (stem.EndsWith("ies", StringComparison.Ordinal) && stem.Length > 4)
            return string.Concat(stem.AsSpan(0, stem.Length - 3), "y");
        if (stem.EndsWith("ie", StringComparison.Ordinal) && stem.Length > 4)
            return string.Concat(stem.AsSpan(0, stem.Length - 2), "y");
        if (stem.Length > 4 && (Ends(stem, "xes") || Ends(stem, "ches") || Ends(stem, "shes") || Ends(stem, "sses") || Ends(stem, "zes")))
            return stem[..^2];
        if (stem.Length > 3 && stem[^1] == 's' && stem[^2] is not ('s' or 'u' or 'i'))
            stem = stem[..^1];
        return stem.Length > 4 && stem[^1] == 'e' ? stem[..^1] : stem;
    }

    /// <summary>Of a verb, or of a noun made from one: shipped, shipping, shipment and ship are the same.</summary>
    public static string OfVerb(string word)
    {
        if (Verbs.TryGetValue(word, out var base_))
            return Bare(base_);
        if (word.Length > 5 && Ends(word, "ies"))
            return string.Concat(word.AsSpan(0, word.Length - 3), "y");
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length < 3 || !Ends(word, ending))
                continue;
            var stem = word[..^ending.Length];
            if (stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'e'))
                stem = stem[..^1];
            return Bare(stem);
        }

        return Bare(word);
    }

    private static string Bare(string stem) =>
        stem.Length > 3 && stem[^1] is 'e' ? stem[..^1] : stem.Length > 3 && stem[^1] == 'i' ? string.Concat(stem.AsSpan(0, stem.Length - 1), "y") : stem;

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
