namespace FactoryBot.Planning.BuiltIn.Around;

/// <summary>What stands behind a question and asks nothing more: whether it is so, thanks, how soon, and what somebody thinks of it.</summary>
internal static class Closings
{
    public const string Phrases = """
        right|true|correct|yes|no|huh|eh|innit|hey|ok|okay|ya|yeah|nope|hm|hmm|or|false|really|honestly .
        right|true|correct or false|wrong|what .
        or what|nah|wrong .
        or is it|that|this just|only|me|wrong|so|not? me|us|wrong|nonsense|rubbish? .
        or am|are|was i|we|they|you|my wrong|mistaken|mad|crazy|dreaming|imagining|imaginining|just|only|talking|lying|wrong|full|making|bullshitting|kidding? things|talking|lying|bluffing|joking|imagining|of|it|bragging|wrong|moaning|boasting|showing|kidding? it|up|shit|off|things|rubbish? .
        or just|only|all talk|talking|moaning|bragging|hearsay|imagination|gossip|rumours|noise|coincidence|me|them .
        or do|did|does|is|are|have|has|was|were it|they|we|i|he|she|that not|just? .
        isnt|arent|didnt|wasnt|werent|dont|doesnt|hasnt|havent|wouldnt|couldnt|wont|aint it|they|we|you|i|he|she|that|there? .
        is|are|was|were|does|did|do|has|have it|they|we|he|she|that|this really|actually|though|so? .
        dont|do|would|wouldnt|what|whats|how you|ye|your|does|do? you|everyone? think|reckon|agree|say|figure|feel|take|opinion|view on|about|so|it|that? that|it|this? .
        you|ya reckon|think|know|see|agree|say what|that|it|so? i? mean? .
        do|dyou|d'you you|ya|ye? think|reckon|know|happen|agree|say|see so|that|to? know? .
        am|was|are i|we|they right|wrong|mistaken|correct|mad|crazy|imagining|just|seeing in|about|to|on|imagining|things? that|this|it|thinking|say|saying|things? that|so? .
        is|was|can|could|would|might|are it|that|this|they|those|these really|actually|be|even|still|also|all? be|really|actually? right|true|correct|so|accurate|fair|wrong|possible|the|a|real|legit|bs|bullshit|nonsense|rubbish|lie|myth|fake case|fact|lie|myth|joke|rumour|statement|number|numbers|assessment? .
        is|are|was that|it|this|they|those right|true|correct|so|accurate|fair|real|really|the? true|right|correct|so|case? for|of|on|in
        is that it|all|right|so .
        is|was|are there any|anything|something|some truth|substance|fact|evidence|merit|basis|sense? in|to|behind|for|of that|it|this|them .
        any|anything|something|some truth|substance|evidence|merit|basis? in|to|behind|for|of that|it|this|them .
        any truth .
        true or|and false .
        can|could|does|do|would|is|are that|this|the|our|your|any|those|it|they data|numbers|figures|system|stats|records|that|it? really|actually? be|sound|look|show|agree|back|confirm|support|say|prove|bear|stack|hold|add|match|make|right|true|explained right|true|correct|that|it|up|them|this|out|with|good|normal|sense|odd|plausible|explained? up|out|that|it|them|this? .
        can|could|would|will|please|pls|plz|kindly|just you|anybody|anyone|somebody|we|i? please|just|kindly|quickly? confirm|check|verify|explain|clarify|tell|do|help|prove|double|back|show|see|look that|this|it|me|check|up|out|into|please|us|for|with|at? that|this|it|me|us|up|please|for|with|so? please|for|me|us|with|so? .
        confirm|verify|check|clarify|explain|prove|please that|this|it|me|please? please? .
        what do|does|would|should you|we|i|everybody|that|it|this think|say|reckon|do|tell|mean of|about|to|us|for? that|it|this|us? .
        thoughts|opinions|comments|ideas|suggestions .
        any thoughts|opinions|comments|ideas|idea|suggestions|clue|clues|chance|luck|explanation .
        {thanks} {thanks}? very|so|ever|a|an|loads|and? much|lot|lots|bunch|million|ton|heap|so|again|regards|please? much|for|in|and|again|regards? advance|that|this|it|your|you|the|all|everything|much|help|support? help|support|time|quick|assistance|effort|patience|cooperation|understanding|consideration? help|support|time|reply|response? {called}? {called}? .
        thank you|u|ya very|so|ever|in|again|for|and|kindly|a|guys|dear|please|regards? much|so|very|advance|your|that|this|it|the|million|lot|help? much|so|help|support|time|quick|assistance|patience|kind? help|support|time|reply|response|attention? {called}? .
        many|much|big|best|kind|warm|thanks thanks|thank|regards|wishes|appreciated|love|obliged|greetings you|for|in|and|from? your|you|the|advance|regards? help|support|time|quick? help|reply? {called}? .
        much|greatly|would|really|highly? be|is|your|help? appreciated|appreciate|help|welcome it|this|that|your|any|if? help|support|appreciated? .
        appreciate|appreciated it|that|this|your|you? help|time|support? .
        regards|br|rgds|greetings|greets|cheers|xx|xxx|xoxo|x|yours|sincerely|cordially|brgds|kr from? {called}? .
        please|pls|plz|kindly and|thanks|if|with|pretty|would|thank? thank|thanks|you|sugar|please|that|cherry? you|on|ok|okay? top|ok? .
        pretty|pretty please with|please? sugar|please? on? top? .
        sil|s|si|por|per|bitte|alsjeblieft|alstublieft vous|te|favor|favore|schon|il? plait|plaît|vous? plait? .
        stp|svp|asap|pronto|alsjeblieft|prosze|prosim|please .
        if|when|once|as|whenever|where|wherever you|u|possible|thats|that|its|it|there|at|i|we have|had|can|could|would|will|get|got|dont|do|find|know|ok|okay|fine|allowed|possible|not|is|all|may|are|were|be|got? it|them|that|this|these|mind|a|the|any|some|ok|okay|able|possible|too|not|free|available|so|one|please|to? it|that|them|mind|minute|sec|second|chance|moment|time|much|such|kind|numbers|data|figures|trouble|ok|tell|see|share|ask|hand? trouble|bother|hassle|to|please|me|it|numbers|data|at? ask|me|hand|all? .
        if|hope you dont|do|wouldnt|wont not? mind|object me|my|us? asking|saying|question|ask? .
        if|when possible|poss|convenient|available .
        no rush|hurry|pressure|stress|worries|problem|biggie|drama|need|offence|pun|matter|judgement intended|though|at|to|what|how? all|rush|hurry|what? .
        whenever|anytime|sometime suits|works|convenient|possible|you? you|can? .
        asap|pronto|urgently|urgent|soon|quickly|sharpish|quick|fast|immediately|promptly .
        as soon|quickly|fast as|you possible|you|can? can|possible? .
        at the|this|your? moment|mo|minute|min|present|time|earliest|leisure|convenience|juncture convenience? .
        at your earliest|own|leisure? leisure|convenience? .
        right away|quick .
        real|really|quite quick|quickly .
        i|we|im|ive just|only|really|also|do|would|always|am|was|were|already? mean|meant|guess|think|reckon|suppose|believe|heard|hear|bet|feel|assume|gather|wonder|wondered|hope|swear|say|know|said|presume|imagine|understand|fear|told|been|wondering|curious|asking|afraid|sure that|it|so|told|to|by|say|for|know? .
        i|we would|might|should|can|cant|could|have|will|ll|dont|do|must have? say|guess|think|remember|recall|know|believe|tell|wait|add|admit|imagine|understand|see|to it|that|this|why|exactly|how|say|admit? .
        so|as|at they|i|we|people|it|you|he|she|least|far say|think|hear|heard|told|claim|believe|know|see|reckon|seems|looks|is|was|ive|i|am|as? told|heard|me|us|think|know|anyway|been|i? told|know|hear|remember|heard? .
        they|people|everyone|everybody|he|she|folks say|says|said|think|reckon|claim|claims|tell|told|reckons|keep|keeps|swear|insist me|us|so|saying|telling|that|it|anyway? me|us|so|that? .
        as you|we|they|i|always|usual|ever|per|expected|stated|mentioned|discussed|agreed|promised|requested know|can|say|said|see|usual|discussed|agreed|promised|mentioned? see|imagine? .
        of course .
        by the way .
        you know|see|understand|get|know|feel what|me|it|the? i|drift|idea|mean|point? mean|mean|say? .
        if|know you|what know|i|get|see|catch what|my|me|mean|drift? i|drift|mean? mean|mean? .
        looks|seems|sounds|feels|seemed|looked|felt a|very|really|quite|pretty|rather|kind|bit|so|too|kinda|somewhat|like? of|bit? odd|strange|weird|funny|wrong|fishy|suspicious|dodgy|off|high|low|unlikely|bad|good|excessive|crazy|mad|iffy|dubious|wild|huge|much|alot|lot|great|terrible|awful|to to|for|from? me|us|him|here? .
        it|that|this|they|those|which|these looks|seems|sounds|feels|seemed|looked|felt|is|was|are|were|cant|look|seem|sound|must|has a|very|really|quite|pretty|rather|kind|bit|so|too|kinda|somewhat|like|be|to|all? of|bit|be|a|very? odd|strange|weird|funny|wrong|fishy|suspicious|dodgy|off|unlikely|bad|excessive|crazy|mad|iffy|dubious|wild|huge|alot|lot|terrible|awful|right|true|ridiculous|nuts|joke|disgrace|unbelievable|annoying|frustrating|embarrassing|scary|worrying|urgent|important|critical|super|very to|for|from|important|urgent? me|us|him|the|here? boss? .
        or? whatever like|that? .
        and so on|forth and? so? on|forth? .
        and so|stuff|all|things|such on|that|like|forth|this? that|forth|stuff? .
        {sound} {sound}? {sound}? .
        mate|pal|buddy|dude|bro|bruv|man|guys|folks|lads|dear|love|darling|sir|madam|boss|chief|friend|bot|factorybot|captain|fam|hun|honey|duck|sunshine .
        my friend|dear|love|man|lovely .
        though|tho|then|already|again|anyway|anyways|anyhow|btw|fyi|lately .
        {shorthand} .
        for a|the|once|real|sure|starters|now|change|god|christ|gods|heavens|fucks|crying sake|out|change|laugh|moment|record|real|first? loud|sake|time? .
        once and for all .
        for once .
        actually|basically|honestly|really|seriously|literally|frankly|obviously|clearly|apparently|supposedly|allegedly|probably|possibly|perhaps|maybe|presumably|roughly|approximately|approx|ish|hopefully .
        {swear} .
        and? make|keep it|this snappy|quick|short|brief|simple|fast|sweet|quickly .
        and? be|hurry|get|step quick|up|on|a about|with|on|move? it? .
        chop chop .
        and? dont|do not|no ask|tell|laugh|say|shout|worry|panic|judge me|why|anyone|anybody|at|i|about? me|why|asked|that? .
        out of pure|sheer|mere|idle|personal? interest|curiosity .
        if|in case anyone|anybody|you|somebody asks|ask|wonder|wondered|wonders|cares|were|are|wondering wondering? .
        for crying out loud .
        all together|told .
        altogether .
        """;
}
