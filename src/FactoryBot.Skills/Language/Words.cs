using System.Collections.Frozen;

namespace FactoryBot.Skills.Language;

/// <summary>Words that mean another word: abbreviations as people type them, and German for what a plant asks. Each line is the English
/// word and what stands for it.</summary>
internal static class Words
{
    private const string SameWords = """
        because: bc cuz coz bcs bcoz becuz becoz becase
        yesterday: yday ystd yst ystdy yestd yestrdy ystday yesterdy yest ystrday ystrdy yesty yestday yesterdays gestern gestrige gestrigen
        ereyesterday: vorgestern
        today: todays tdy 2day heute heutige heutigen tday
        tomorrow: tmrw tmr tomorow morgen
        now: rn jetzt aktuell aktuelle aktuellen derzeit current currently
        last: lst las letzte letzten letzter letztes letztem vergangene vergangenen vergangener
        past: vorangegangenen
        previous: prev prv prior vorige vorigen voriger voriges vorherige vorherigen vorheriger
        morning: mornin mornig morni morgens
        this: diese dieser diesen dieses diesem ths
        next: nxt naechste naechsten naechster nachste nachsten nachster kommende kommenden
        before: davor vorher bfore
        ago: ago
        vor: vor
        since: seit
        until: till til bis
        from: frm
        day: tag
        hours: hrs stunden hrz
        hour: hr stunde
        minutes: mins minuten
        days: tage tagen dys
        week: wk wek weke woche wks
        weeks: wochen
        month: mth mnth monat monats
        months: mths monate monaten
        quarter: qtr quartal
        quarters: quartale quartalen qtrs
        year: yr jahr jahres
        years: yrs jahre jahren
        beginning: anfang begining
        middle: mitte
        end: ende
        half: halfte haelfte
        weekdays: werktage werktagen werktags
        weekend: wkend wochenende wkd
        calendarweek: cw kw kalenderwoche
        monday: montag mon montags
        tuesday: dienstag tue tues
        wednesday: mittwoch wed weds
        thursday: donnerstag thu thur thurs
        friday: freitag fri
        saturday: samstag sonnabend sat
        sunday: sonntag sun
        january: jan januar janner
        february: feb februar
        march: mar marz maerz
        april: apr
        may: mai
        june: jun juni
        july: jul juli
        august: aug
        september: sep sept
        october: oct okt oktober
        november: nov
        december: dec dez dezember
        and: und nd n
        or: oder
        vs: versus v gegen gegenuber gegenueber
        compare: vergleich vergleiche vergleichen
        compared: verglichen
        comparison: comparision
        than: als
        with: mit
        by: per pro je
        percent: prozent pct
        produced: produziert hergestellt gefertigt
        down: dn gestanden stillgestanden
        without: ohne
        except: ausser
        not: nicht
        no: nein
        none: kein keine keinen keiner
        yes: ja yep yeah yup jo
        because: bc cuz cos bcs bcause becoz weil
        average: avg durchschnitt
        why: warum wieso weshalb y
        who: wer
        where: wo
        when: wann whn
        many: mny viele
        much: mch viel
        more: mehr
        how: wie hw hows howd
        what: wat wht whats wot wots
        which: welche welcher welches welchen wich
        show: zeig zeige zeigen shw
        give: gib gebt gimme gve
        please: bitte pls plz
        thanks: danke thx ty tnx thanx dankeschon dankeschoen thankyou tks cheers
        hello: hallo servus moin hallochen helo gm
        hi: hii hiya
        bye: tschuss tschuess ciao cya
        help: hilfe hlp
        can: kann kannst konnen
        make: mache setze setz
        machine: maschine mach mc mchine mchn
        machines: maschinen machs
        line: linie ln anlage
        lines: linien anlagen
        shift: schicht shft
        shifts: schichten
        plant: werk
        factory: fabrik
        site: standort
        all: alle allen aller
        every: jede jeden jeder jedes
        each: jeweils
        whole: ganze ganzen ganzes gesamte gesamten gesamtes entire
        nightshift: nachtschicht nite nites nght
        dayshift: tagschicht
        earlyshift: fruhschicht fruehschicht
        lateshift: spatschicht spaetschicht
        availability: verfugbarkeit verfuegbarkeit avail
        performance: leistung leistungsgrad perf
        quality: qualitat qualitaet
        scrap: ausschuss
        pieces: pcs pces stueck
        parts: teile
        downtime: stillstand stillstandszeit dt dwntime dwntm dwntme
        stop: stopp stp
        stops: stps
        production: produktion
        quantity: qty qnty menge
        worst: wrst schlechteste schlechtesten schlechtester schlechtestes
        best: beste besten bester bestes
        most: meiste meisten
        least: wenigste wenigsten
        highest: hochste hochsten hochster hoechste hoechsten
        lowest: niedrigste niedrigsten
        longest: langste langsten laengste laengsten
        report: rpt rprt
        change: chg chng
        actual: act
        issues: iss
        critical: crit
        target: tgt trgt
        changeover: chgover chgovr
        maintenance: maint mtce
        throughput: thruput thrput
        reasons: rsns grunde gruende storgrunde stoergruende stillstandsgrunde stillstandsgruende
        reason: rsn grund storgrund stoergrund stillstandsgrund
        over: ovr uber ueber
        under: unter
        longer: langer laenger
        less: weniger
        send: schick schicke schickt sende
        digest: tagesbericht
        share: anteil anteile
        setup: rustzeit rustzeiten ruestzeit ruestzeiten
        output: outp outpt otput oput
        overnight: ovrnight overnite ovrnite
        packaging: verpackung
        assembly: montage
        role: rolle
        roles: rollen
        member: mitglied
        members: mitglieder
        severity: sev
        same: gleiche gleichen gleicher selbe selben
        the: der die das den dem des teh
        a: ein eine einen einer einem eines an
        for: fur fuer fr 4
        of: von vom
        in: im ins
        on: am auf
        at: beim bei
        is: ist
        was: war waren wars
        to: zu zur zum
        between: zwischen
        me: mir uns
        doing: doin
        did: lief liefen
        you: u du sie
        are: r sind
        about: abt uber ueber
        there: gibt
        good: gut gute guten gd
        """;

    private static readonly FrozenDictionary<string, string> Same = SameWords.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(':'))
        .SelectMany(parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word, parts[0])))
        .DistinctBy(pair => pair.word)
        .ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9,
        ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["first"] = 1, ["second"] = 2, ["third"] = 3, ["fourth"] = 4, ["fifth"] = 5,
        ["zwei"] = 2, ["drei"] = 3, ["vier"] = 4, ["funf"] = 5, ["fuenf"] = 5, ["sechs"] = 6, ["sieben"] = 7, ["acht"] = 8,
        ["neun"] = 9, ["zehn"] = 10, ["eins"] = 1, ["erste"] = 1, ["ersten"] = 1, ["zweite"] = 2, ["zweiten"] = 2, ["dritte"] = 3,
        ["dritten"] = 3, ["couple"] = 2, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["twenty"] = 20, ["thirty"] = 30,
        ["sixty"] = 60, ["ninety"] = 90, ["hundred"] = 100,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every English word that something stands for.</summary>
    public static IEnumerable<string> All => Same.Values.Distinct(StringComparer.Ordinal).Concat(Same.Keys).Concat(Numbers.Keys);

    /// <summary>Whether a word is one of the language itself, such as an article in English or German.</summary>
    public static bool IsCommon(string word) => Common.Contains(word);

    private static readonly FrozenSet<string> Common = Same.Values.Concat(Same.Keys).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word only stands for another one: an abbreviation, or German.</summary>
    public static bool StandsForAnother(string word) => Same.ContainsKey(word);

    /// <summary>The word that two letters with a slash between them stand for; null where they stand for none.</summary>
    public static string? OfSlashed(ReadOnlySpan<char> typed) => typed switch
    {
        ['w' or 'W', '/', 'o' or 'O'] => "without",
        ['d' or 'D', '/', 't' or 'T'] => "downtime",
        ['b' or 'B', '/', 'c' or 'C'] => "because",
        ['c' or 'C', '/', 'o' or 'O'] => "changeover",
        _ => null,
    };

    public static string Canonical(string word) => Same.GetValueOrDefault(word, word);

    public static int? NumberOf(string word) => Numbers.TryGetValue(word, out var value) ? value : null;

    /// <summary>Takes the plural off, no more: "stops" is "stop", but "status", "analysis" and "loss" stay.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i')
        {
            return word;
        }

        return word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? string.Concat(word.AsSpan(0, word.Length - 3), "y")
            : word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
                || word.EndsWith("ches", StringComparison.Ordinal) ? word[..^2]
            : word[..^1];
    }
}
