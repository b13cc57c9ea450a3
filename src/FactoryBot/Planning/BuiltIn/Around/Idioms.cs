using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn.Around;

/// <summary>How a shop floor says what a plant measures, put into plain words: "knocked out" is made, "binned" is scrapped, "stood around with nobody on the machine" is no operator.</summary>
internal static class Idioms
{
    private static readonly (PhraseBook Said, string Means)[] All = [.. WordSet.Lines("""
        knock|churn|crank|bang|pump|spit|rattle|put|turn out|off|through = make
        knocks|churns|cranks|bangs|pumps|spits|rattles|puts|turns out|off|through = makes
        knocked|churned|cranked|banged|pumped|spat|rattled|turned out|off|through = made
        knocking|churning|cranking|banging|pumping|spitting|rattling|turning out|off|through = making
        rack|racked|rattle|clock|clocked up = make
        binned|junked|trashed|ditched|wrecked|rejected off|out|up? = scrapped
        chucked|threw|thrown|tossed|dumped|wrote|written|skipped away|out|off|in = scrapped
        chuck|throw|toss|dump|write away|off|out = scrap
        no|not any? good = scrapped
        duds|duffs|duff|wasters|write-offs|writeoffs parts|pieces|ones? = scrap
        stoppers|stoppage|stoppages = stops
        stood|sat|saturday|hung|hanging|standing|sitting around|about|idle|there|still for? hours|ages|days|donkeys? = stood
        with? nobody|noone at|on|by|running|manning|minding|there the|it? machine|machines|line|lines|station|bench? = because of no operator
        with? no one|man|body at|on|by|running|manning|minding the|it machine|machines|line|lines|station? = because of no operator
        unmanned|unattended = because of no operator
        waiting|hanging around|about? for|on a|the|some? fitter|fitters|mechanic|technician = waiting for maintenance
        killing|murdering|crucifying|hammering|hurting us|me = which: worst
        meny|manny|mny = many
        mutch|muhc = much
        wen|whne = when
        falt|fualt|falut|faullt = fault
        falts|fualts|faluts = faults
        spend|spent|spending time? on|with = lose to
        has|have|did anybody|anyone|somebody|someone log|logged|report|reported|record|recorded|raise|raised|enter|entered|note|noted|flag|flagged|find|found anything|something|any = was anything logged
        leave|left us|me|things|everything with? . = hand over
        leave|left us|me|things|everything with? >on|at|in|last|yesterday|this|for|today = hand over
        has|have|is|are|was|were|keeps|been been? sliding|slipping|creeping|drifting|deteriorating|nosediving|climbing|wobbling down|up|off|away|downhill? = trend
        has|have|is|are|been been? going downhill|south|backwards = trend
        were|was|are|is there|we no|not >stops|stop|stoppages|downtime|faults|jams|breakdowns|issues|defects|scrap|problems|rejects = were there
        mech|mechanicals = mechanical
        elec|elecs = electrical
        we loose = we lose
        they loose = they lose
        to loose = to lose
        loose time = lose time
        loosing = losing
        been? playing|acting|mucking|messing|faffing up|about|around with|for? = down for
        play|plays|played|act|acts|acted|muck|mucked up|about|around = stop
        conked|packed out|up|in on? us|me? = broke down
        conks|packs out|up|in on? us|me? = breaks down
        gave|given|gives up the ghost = broke down
        on the blink|fritz = down
        eat|eats|eating|ate|chew|chews|chewing into|up|away|at|through? our|the|my|all? >oee|availability|performance|quality|output = pulls down
        hit|hits|hitting|hurt|hurts|hurting|kill|kills|killing|dent|dents|denting|tank|tanks|tanking|wreck|wrecks|wrecking our|the|my >oee|availability|performance|quality = pulls down
        whole|entire|complete|full place|shebang|operation|outfit|joint|show|premises|location = whole plant
        plant|factory|site as a whole|unit = whole plant
        through|throughout|all over|across? the? whole|entire|complete plant|factory|site = whole plant
        cause >no|we|the|there|it|nobody|they|nobodys|theres = because
        plantwide|sitewide|factorywide = whole plant
        plant|site|factory wide = whole plant
        across the board = whole plant
        signed up to|for|with? = subscribed to
        looking|shaping|coming|holding|bearing|panning like|up|along|out = looking
        anything|something|aught|summat dodgy|fishy|off|funny|odd|iffy|suspicious|strange|weird|wonky|amiss|screwy about|with|in? = anything wrong with
        """).Select(line => line.Split(" = ")).Select(parts => (new PhraseBook(parts[0]), parts[1]))];

    // Means so only behind "which": "which machine is killing us" asks for the worst, "micro-stops are killing us" says how somebody feels.
    private const string OfWhich = "which: ";

    private static bool AsksWhich(Token[] tokens, int until) =>
        Enumerable.Range(0, Math.Max(0, until - 1)).Any(i => tokens[i].Is("which") && tokens[i + 1].IsAny(["machine", "machines", "line", "lines", "shift", "shifts", "product", "products", "station"]));

    public static string Plain(string text)
    {
        var sentence = Sentence.Of(text);
        var plain = new System.Text.StringBuilder();
        var from = 0;
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            var here = at;
            var (said, means) = Array.Find(All, idiom => idiom.Said.End(sentence.Tokens, here, i => ClauseBreaks.Before(text, sentence.Tokens, i)) > here);
            if (said is null || (means.StartsWith(OfWhich, StringComparison.Ordinal) && !AsksWhich(sentence.Tokens, at)))
                continue;
            var end = said.End(sentence.Tokens, at, i => ClauseBreaks.Before(text, sentence.Tokens, i));
            plain.Append(text, from, sentence.Tokens[at].Start - from).Append(means.Replace(OfWhich, "", StringComparison.Ordinal));
            from = sentence.Tokens[end - 1].End;
            at = end - 1;
        }

        return from == 0 ? text : plain.Append(text, from, text.Length - from).ToString();
    }
}
