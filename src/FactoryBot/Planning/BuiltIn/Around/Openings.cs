namespace FactoryBot.Planning.BuiltIn.Around;

/// <summary>What stands before a question and asks nothing: greetings, thanks, apologies, and how people come to the point.</summary>
internal static class Openings
{
    public const string Phrases = """
        {hello} {hello}? {called}? {called}? {called}?
        good morning|afternoon|evening|day|tomorrow {called}? {called}? {called}?
        guten morning|tag|day|abend|morgen {called}?
        buenos|buenas|bom|boa|bonne|buona|dobry|dobre|bon dias|dia|tardes|tarde|noches|soir|sera|giorno|journee|den|rano|jour {called}?
        buenas {called}? .
        dzien dobry {called}?
        top of the morning {called}?
        morning|afternoon|evening|mornings {called}? {called}? .
        morning {called} {called}?
        hope you all? are? well|ok|okay|fine|good|doing well|ok|okay|fine|good|great? .
        hope you all? have|had|having a? good|nice|great|lovely|fab day|week|weekend|morning|one|holiday|shift|time so? far? .
        i? hope you dont mind me? asking?
        i? hope this|it finds you well .
        hope all is? well|good with you? .
        how are you doing|today|all? .
        how is it going|life today? .
        hows it going|life today? .
        hows things|life|tricks .
        long time no see .
        nice|good to meet|see you {called}? .
        dear {called} {called}?
        dear sir|madam|sirs|all|team|bot|factorybot or? madam?
        to whom it may concern
        {thanks} {thanks}? very|so|ever|a|an|loads? much|lot|lots|bunch|million|ton|heap? for|to? that|this|it|you|the|your|all|quick? quick|prompt|great|last|first|your? help|support|info|information|answer|reply|response|update|numbers|figures|heads|assistance|clarification|explanation? up? {called}? {called}? .
        {thanks} {called} {called}?
        {thanks} .
        {thanks} and|so|but|now|then|again|very|what|how|can|could|which|when|why
        many|much|big thanks|thank you|to? you|for|that|the|your? help|support|that? .
        thank you ever|so|very? much|kindly? for? that|the|your|this|all? help|support|info|answer|update? {called}? .
        thank you {called} {called}?
        cheers|ta for|very|mate|pal|that? that|much|muchly? .
        {word} {word}? {called}? {called}? .
        {word} {word}? >and|so|but|now|then|what|whats|how|hows|can|could|which|when|why|was|were|is|are|did|do|does|show|give|tell|same|just|or|please|let|any|for|i
        {sound} {sound}? {sound}?
        that|this|it is|was? {praise} {called}? .
        {praise} stuff|job|work|one|answer|news|to|bot|very? know|hear|see? .
        {word}? {word}? {praise} {called}? .
        {word}? {praise} {praise}? >and|so|but|now|then|what|whats|how|hows|can|could|which|when|why|same|just|thanks|or|also
        got it {called}? >and|so|but|now|then|what|whats|how|can|could|which|when|why|same|just|thanks
        got it {called}? .
        makes|make sense .
        fair enough|point .
        good to know .
        no worries|problem|probs|bother|rush|hurry|pressure|stress|biggie|idea|clue .
        no rush|hurry|pressure|stress|need but|just|though?
        no need for|to|of a|any|the? details|detail|explanation|explanations|essay|novel|story|hurry|rush|lecture|worry|apologise|apologies|chart|charts|graph|table|long?
        not sure|certain|urgent|important that|it|this|if|where|who|whether|how? is|matters|helps? .
        my bad|mistake|apologies|fault .
        sorry|apologies|pardon|excuse|forgive me|my|the|for|to|about|if|that? the|my|all|this|that|bother|trouble|disturb|bug|nag|annoy|pester|interrupt|be|ask|repeat|keep|late? you|the|a|this|is|late|again|pain|stupid|dumb|silly|question|questions|noob|bother|typos|spam|english|asking|reply|delay|interruption|disturbance|trouble|message|confusion|nuisance|in? the|a|you|question|again|pain|stupid|dumb|silly|questions|advance|but? question|but|again|with? a|this|question|questions? .
        sorry|apologies to|for bother|trouble|disturb|bug|nag|annoy|pester|interrupt|bothering|troubling|disturbing|bugging|annoying|pestering|interrupting you|the|everybody|again? again|guys|all|mate?
        sorry|apologies|pardon for the? bother|trouble|disturbance|interruption|typos|spelling|english|delay|spam|questions .
        excuse|pardon my|the english|french|language|typos|spelling|ignorance|question .
        sorry|apologies|forgive|pardon me? if|that this|it|i|its is|am|was|may|has|have|sounds|seems? been|be|like? a|an|already|too|being? {small}? {small}? question|one|ask|request|asked|answered|obvious|late|pain|thick|dim but|again?
        out of pure|sheer|mere|idle|personal|professional|morbid? interest|curiosity
        between you|us|ourselves and? me|i|us?
        be honest|frank|kind|nice|gentle|quick|brutal|brutally honest? with? me|us?
        not being|to|trying|wanting be|to? be|sound? funny|rude|nosy|picky|difficult|mean|awkward|pushy|annoying but?
        not to|wanting to? be|sound|complain|nag|moan rude|pushy|nosy|annoying|picky? but?
        no offence|offense|disrespect|pressure|rush but|intended|meant|guys? but?
        on|am|was i right|wrong|correct|mistaken|mad|crazy in|to|that thinking|think|assuming|assume|saying|say|believing|believe|that? that?
        can|could it|this|that|be be|it|that? that|true|right? that?
        would|could|can it|you|this be|say|agree right|correct|fair|true? to|that|in? say|think|assume|that? that?
        is|was it|this true|right|correct|fair|accurate|possible that|to|when? say|they? that|say?
        dont laugh|shout|judge|worry|kill|hate|ask|hit|bite me? at|why|how? me? but?
        i know|realise|realize|understand|get|appreciate its|it|this|that|youre|you|i|is|are is|are|am|its|a|keep? late|early|busy|stupid|silly|asking|annoying|boring|short|friday|sunday|saturday|a|weekend|pain|obvious|much|basic? question|notice|lot|weekend|pain|one? but?
        i|we would|do|must|just? ask|request|beg|urge you to please|kindly?
        i|we|in am|are|m? so|really|absolutely|pretty|totally|just? sick|tired|fed|done up? and|with? tired|up? of|with all|these|this|those|the? these|this|those|the?
        sick|fed and|up tired|with|of? of? all|these|this|those|the? these|this|those|the?
        i|we cant|cannot|couldnt|dont|wont believe|stand|understand|get|handle|bear|imagine how|that|the|all|these|this? all|these|this|the? mess|situation|day|week?
        i|we have|ve|had|got had|enough enough|up|it? of|with|to? here? with|of? all|these|this|those|the?
        the|my|only|main thing|problem|point|trouble|story|situation|issue is|here|being that|is|just|with|about? that|with?
        what a|an mess|day|night|shift|week|nightmare|disaster|shambles|joke|month|start|morning .
        keep|keeps|kept|is|was|are banging|harping|rabbiting|droning|whinging|moaning|ranting on|about on|about? about?
        excuse me {called}?
        bear with me
        it is|s? me|only again|me .
        me again .
        its me|only again|me? .
        first|second|third time using|here|user|asking|trying|on|with this|it|here|you|the|bot? bot|tool|chat? .
        i|im|still|quite|pretty|very|kinda|am new to|here|at this|it|here|that|the|all? this|that|bot|tool|job? .
        just|only|really|also|maybe? a|an|another|my|one|the|this? {small}? {small}? {small}? question|questions|quickie|quicky|query|request|enquiry|inquiry|favour|favor|one|thing|check|ask from|for|about|on|regarding|before|please|today|of? me|my|you|side|end|us|today? .
        a? bit of a|an? {small}? {small}? question|one|thing .
        {count} of? {small}? {small}? questions|question|things|thing|requests|queries for|from|please|today? you|me|us? .
        i|ive|we have|got|had|have|also? a|another|one|two|some|few|got|the? quick|small|short|simple|stupid|silly|more|urgent|similar? question|questions|request|query|favour|doubt|problem|favor|task|job|issue? for|to|about|regarding|on|here|now? you|ask? .
        got|have a|another|one|two|some? quick|small|short|simple|stupid|silly|more? question|questions|request|query|favour|sec|minute|moment for|to? you|ask? .
        can|may|could|might i|we just|quickly|please|also|maybe? ask|trouble|bother|bug|pick|run|borrow you|your|something|a|for|this|brain? quick|question|something|brain|brains|about|by? you? .
        can|may|could|might i|we just|quickly|please|also|maybe|possibly|kindly? get|have|see|know|ask|borrow you|for?
        mind if i ask
        do you mind|care telling|showing|sharing|checking|looking|giving|if|to|me? me|if?
        would you mind|be telling|showing|sharing|checking|looking|giving|able|so|kind|good|willing|an|if? me|to|kind|good|angel|please|into? enough|to|and|as? to? me?
        would|might|will|can|could you be able|so|kind|good|willing|a|an to|kind|good|star|love|dear|darling|legend|angel|doll|mate|pal|champ|sport enough|and|to|as? to?
        be so|a|an kind|good|star|love|dear|darling|legend|angel|doll|mate|pal|champ|sport enough|and|to|as? to?
        do me|us a|the favour|favor|solid|kindness and|please|by|of|to?
        do the needful and|then|by|please?
        is it|this possible|ok|okay|alright to|for|if|that? you|i|we? to|could|can? get|see|have|know|tell|show|give|ask? me|us?
        is|are there a|any|some way|ways|chance|possibility to|of|that|for|you|i|we? you|i|we|could|can|to? could|can|get|see|have|know|tell|show|give? me|us|get|see|have|know|tell|show?
        any|theres way|chance|possibility|hope of|to|you|that|i|we? could|can|get|see|have|know|tell|show|give|you|i|we? could|can|get|see|have|know|tell|show|give? me|us?
        it|id|would|i be|would be? great|nice|lovely|helpful|good|brilliant|fab|awesome|grateful|super|handy|useful|amazing|cool|very? grateful|helpful|nice|useful? if|to you|i|we|know|see|have? could|can|would? please? tell|show|give|let|check|me? me? know?
        i|id|we would|do|really|much? appreciate|be it|if|an|a|some|grateful|obliged if|for|update|you? you|on? could|can|would?
        just|please|simply|only|quickly|so|now|then|and|kindly|but tell|show|give|let|remind|inform|advise|brief me|us know|of|on|about|that? if|whether?
        tell|show|inform|advise|remind|brief|let me|us know|again|please|of|about|on|quickly? if|whether?
        tell|show|remind me|us once|again|of|about|what|please|quickly? again?
        refresh|jog my|our memory on|of|about|please|here|as?
        enlighten|humour|humor|indulge me|us on|about|please? .
        enlighten|hit|treat|bless me|us with|on|about|here|please
        run|walk|talk|take|guide me|us quickly? through|over
        fill|clue|bring|update|put|keep me|us in|up|on|to|posted|the|picture on|with|about|speed|to|here? speed|on?
        help|assist me|us out? with|here|please|understand|find|on|see|get|to? out|understand|find?
        throw|chuck|shoot|drop|slip|hand|pass|lend|fetch|grab|get|bring|serve|forward|share|provide|supply|furnish|prepare me|us with|over|up|the|please|quickly?
        share me|us|with|the|your|all|some|our|latest me|us|the|with|your?
        provide|fetch|grab|prepare|advise|retrieve|obtain me|us|with|please|to|over|here? me|us|the|with|your|all|some|latest?
        please|kindly confirm
        i|im|we|id|just|only|really|also? just|only|really|also|currently|basically|actually|mainly|mostly|very|still|would|do|am|was|are|was|were? looking|trying|hoping|searching|wanting|keen|curious|interested|wondering|asking|checking|enquiring|inquiring|after|calling|writing|messaging|dying|itching|puzzled for|to|if|whether|about|on|in|after|as|because|by? find|figure|understand|see|know|work|get|hear|learn|check|be|ask|you|if|whether|some|have? out|about|if|whether|could|can|on|hold|to|of|tell|give|let|show|told|shown? me|us|tell|if|know|of? know?
        i|id|we would|do|really? love|like|want|need|fancy|wish|hate to|a|you|an|some know|see|hear|have|find|get|ask|understand|learn|tell|show|bother|quick|look|check|idea|update|feel|feeling|overview? me|out|about|if|whether|at|of|for|on|you? if|whether|about?
        i need|want you to check|find|look|tell|give|get|show|send|pull me|up|out|us|into? me?
        while|as|since i|we|im have|got|ve|am|are|is|on|have|here got|you|here|on|at|it|the|about|topic|subject? you|here|it|subject|topic|line? .
        while|as|since i|we|ive have|got|ve got|you? you? .
        while you|were|im|we|youre at|are|on|re|here at|it|there|on|here? it|there? .
        before|once|until i|we|he|she|they|you forget|present|show|send|report|take|print|submit|share|use|publish|go|leave|start|begin|finish|write|hand|put|ask|pass|talk|talked|meet|see|sign|file|upload|head|run|call|clock|knock this|it|them|that|these|those|home|out|into|to|off|on|over|up|any|further|the|my|about|in|for|with|anything? to|on|into|in|up|off|over|any|further|the|my|else|meeting|report|slides|slide? the|my|our|a|his|her|their? {receiver}|{occasion}|{occasion-before}? {receiver}|{occasion}? {receiver}|{occasion}? on|this|next|at? {weekday}|tomorrow|today|later|now|then|afternoon|lunch?
        before|when i forget
        first|last|second|next of|up|off|thing|things|question|one all|foremost|least|first|up? .
        firstly|secondly|thirdly|finally|lastly
        first|last of|but all|not|least? least?
        for a start .
        to start|begin|kick|finish|round|close|wrap with|off|up? with|off? .
        to be|put|cut|make|sum honest|fair|frank|clear|precise|sure|safe|exact|specific|it|a|up|long? with|bluntly|short|story|you|simply|shortly? .
        in a|one|two|three|few|short|plain|simple|brief|other|your|all few|couple|short|plain|of|simple|own|word|nutshell|sentence|sentences|words|english|lines|honesty|summary|fairness? short|plain|simple|of|word|words|sentence|sentences|lines|bullet? sentence|sentences|words|points|lines? .
        in short|brief|summary|essence .
        long story short
        {shorthand}
        honestly|frankly|seriously|basically|literally|obviously|clearly|luckily|fortunately|unfortunately|sadly|hopefully|interestingly|curiously|strangely|anyways|anyhow|anyway|btw|incidentally|apparently|supposedly|allegedly|seemingly|evidently|presumably|reportedly|admittedly|funnily|oddly|weirdly|surprisingly enough?
        my|the|our|only|main|another|next? doubt|question|query|concern|request|issue|worry|problem|point is|was|would|regards|concerns be|regarding|about|that|this|concerning|if|whether|simple|simply|just|again|here?
        regarding|concerning|re|reg|subject|topic|question|urgent|important|request|info|update|fw|fwd|aw|wg|ref|todo|reminder .
        regarding|concerning|with|as|when regards|regard|respect|to|it to|comes? to?
        talking|speaking|thinking about|of which|that? .
        by the way
        on another|a|that|the different|other|side|related|similar|same|lighter|more|serious|positive|hand|note|subject|topic? note|subject|topic|hand|serious? .
        one|another|just more|last|other|final? thing|question|point|one before|about|i|for|on|and|to? forget|you|ask? .
        you know what .
        you know|see .
        guess what .
        listen|look|say|right|ok|okay|hey|oi|psst|pst up|here|please? .
        no|nah|oh|ah|ok? wait|hang|hold|stop|halt on|up? a|one? second|sec|minute|moment|min|mo? sorry|actually|no? .
        no|nah|oh wait sorry|actually|no?
        word is|has|on that|it|the? street? is|that? that?
        rumour|rumor|rumours|gossip|legend|word has|is|say|says it|that that?
        there|theres are|is|a|some|been? rumours|rumor|rumour|talk|gossip|complaints|complaint|a that|about?
        it|this|that looks|seems|sounds|feels|appears|looked|seemed|felt like|to|as|that|as? to|if|though|me|us? me|us|if|though|like|that|as? that|like|if|though?
        looks|seems|sounds|feels like|to|as|that to|if|me|us? me|us|like|that? like|that?
        my|our gut|impression|feeling|hunch|guess|theory|suspicion|sense|understanding|bet|money|opinion|view|take|perception feeling|instinct|is|was|tells|says|has|would|being me|that|on|always|still|been|be|it? that?
        i|we|ive|weve have|got|had|get|got|just|a|the a|the|this|got feeling|impression|hunch|suspicion|sense|inkling|theory|sneaking|bad|funny|gut|strong feeling|suspicion|impression? that|about?
        from what i|we|ive|weve hear|heard|gather|understand|know|see|saw|read|been? told?
        as far as i|we can|could? know|remember|recall|understand|see|tell|gather
        by all accounts
        if|unless i|im|my am|not|remember|recall|memory|serves|understand? not|right|correctly|rightly|mistaken|wrong|serves|me|well|properly? mistaken|wrong|right|correctly|well? .
        correct me if|when im|i wrong|am? wrong|but?
        tell|dont|please tell|say|me im|i|that|you|me am|im|wrong|not|it|please? wrong|but|that|again? .
        i ive been|was|am|keep|got|get|just|was|have told|asked|hearing|being|led|informed|reading|wondering|instructed|assigned|requested|tasked to|that|told|believe|if|about|with|for|asked? check|find|get|report|look|present|prepare|see|provide? out|on|up|into|about? that|if|whether|about|for|on?
        i|ive|im|been been|was|am|keep|got|get|just|were told|asked|hearing|being|led|informed|reading|instructed|requested|tasked to|that|told|believe|if|about|with|for|asked? check|find|get|report|look|present|prepare|see|provide? out|on|up|into|about? that|if|whether|about|for|on?
        ive been told|asked|hearing|wondering to|that|if|about|whether|for? check|find|get|report|look|present|prepare|provide? out|on|up|into|about? that|if|whether|about|for|on?
        weve been told|asked|hearing to|that|if|about|whether|for? check|find|get|report|look|present|prepare|provide? out|on|up|into|about? that|if|whether|about|for|on?
        i|we could|can|would have sworn|swear that?
        i would|will|ll say|bet|swear|argue that?
        i will|ll be quick|brief .
        thats|that a|too|very|quite|alot lot|much|many|long|alot of? words|text|info|information|numbers|figures|reading|answer .
        thats|that a lot|load|ton|bunch of words|text|info|information|numbers|figures|reading
        """;
}
