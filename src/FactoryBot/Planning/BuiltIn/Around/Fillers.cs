namespace FactoryBot.Planning.BuiltIn.Around;

/// <summary>What may stand anywhere in a question and changes nothing: sounds, strong language, roughness, and what something does to people's nerves.</summary>
internal static class Fillers
{
    public const string Phrases = """
        {sound}
        {shorthand}
        the heck|hell|fuck|devil|blazes|dickens|eff|f
        on earth
        in gods|heavens|all name|honesty|fairness
        in the world|hell|name of? god|heaven?
        {swear-adverb} >*
        possibly|perhaps|kindly|roughly|approximately|approx|circa|ca|apparently|supposedly|allegedly|presumably|basically|literally|seriously|honestly|frankly|obviously|actually|reportedly|somehow|hopefully|essentially|ideally|preferably|please
        something|things|it|stuff|sth|all went|go|gone|goes|going very|badly|terribly|really|horribly|seriously|totally|completely? wrong|sideways|south|haywire|pear
        left|leave|leaves|made|make|makes us|me|such? a|the|with|such? a? right|real|proper|complete|total|bloody|big|pretty|fine? mess|shambles|disaster|nightmare|pigsty|dump
        at all
        or so|thereabouts
        give or take
        more or less
        just? about|roughly|approximately .
        plus or? minus
        ball park|figure figure?
        ballpark figure|number|numbers|estimate?
        in general|essence|fact|reality|truth|particular|theory|practice|principle|effect|detail
        generally|normally|typically speaking
        by and large
        all in all
        as such|it were|well .
        for that|the matter|record|moment|sake
        for what|whatever it|reason is|was? worth?
        you know >*
        i mean|meant|guess|heard|think|reckon|suppose|believe|hear|say|said|bet|gather|assume >*
        kinda|sorta
        like .
        ever so
        bloody well
        pretty please
        s|sil vous|te plait
        por|per favor|favore
        according|accordin to
        regarding|concerning|pertaining|relating|respecting to?
        with|in regard|regards|respect|reference to|of
        in terms of
        when it comes to
        at your end
        on your|our end|side
        again and again
        time and|after again|time
        over and over again?
        day in day out
        left right|and and|center|centre centre|center?
        or whatever|something|anything|somewhat|sth like? that|it?
        {agent-article}? {agent} >to|lost|lose|make|made|get|got
        is|are|was|were|be|been|being|s|keep|keeps|kept|really|absolutely|just|totally|literally? is|are|was|were|be|been|being|keep|keeps|kept|really|absolutely|just|totally|literally? killing|murdering|crucifying|hammering|hurting|annoying|bugging|frustrating|embarrassing|haunting|plaguing|tormenting us|me|everyone|everybody|them at|right|here|all|big? moment|mo|minute|now|time?
        is|are|was|were|be|been|being|s|keep|keeps|kept|really|absolutely|just|totally|literally? driving|doing|getting|boiling|sending|making me|us|my|our|everyone|everybody mad|crazy|nuts|insane|bonkers|up|head|heads|nerves|angry|furious|sick|bananas|potty|wall|on|round|tits|nut|blood|look the|in|my|our|bend|blood|stupid|bad? wall|bend|nerves|head|twist|tits? the? bend?
        a|another|such|real|right|proper|complete|total|absolute|utter a|real|right|proper|complete|total|absolute|utter? nightmare|joke|disgrace|shambles|scandal|headache|nuisance|embarrassment|farce|circus|horror|catastrophe in|for|again? the? neck|ass|arse|backside|butt?
        a|another|such|real|right|proper|complete|total|absolute|utter a|real|right|proper|complete|total|absolute|utter? pain|mess in? the? neck|ass|arse|backside|butt
        is|are|was|were|be|been s? is|are|was|were? doing|getting my|our head|on|nerves in|nerves?
        take|takes|took|taking|taken|needs|lasts|lasting|needing us|them|me|him|you|so|up|about|far? ages|forever|donkeys|eternity over|on|with them|it|that|this
        take|takes|took|taking|taken|needs|lasts|lasting|needing us|them|me|him|you|so|up|about|far? ages|forever|donkeys|eternity
        take|takes|took|taking a|an eternity|age|lifetime|while
        for|about? ages|donkeys years?
        so|way|far|much too|so? long .
        ridiculous|ridiculously|insane|insanely|crazy|stupidly|stupid|mad >*
        totally|completely|utterly|absolutely|constantly|proper|real|pure|complete|total|utter|such|absolute|bit|a? {awful} .
        totally|completely|utterly|absolutely|constantly|proper|pure {awful}
        is|are|was|were|been|s|being looks|look|really|so|such|just|a? a|really|so? {awful} >in|on|at|for|this|last|yesterday|today|since|over|with|during|and|again|or|lately|too|because|from|while
        """;
}
