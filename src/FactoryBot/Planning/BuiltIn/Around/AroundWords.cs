using System.Collections.Frozen;

namespace FactoryBot.Planning.BuiltIn.Around;

/// <summary>Words by kinds that the phrases around a question are made of.</summary>
internal static class AroundWords
{
    public static readonly FrozenSet<string> Hello = WordSet.Of("""
        hi hello hey hiya howdy yo oi ahoy heya hola bonjour salut ola aloha gday namaste merhaba czesc ahoj privet salam shalom konnichiwa hej hei hoi ay oy sup wassup greetings salutations
        moinsen gruezi grussgott ave heyo heyy hellooo hellow helo buongiorno bonsoir buongiorno goeiemorgen goedemorgen dobry selam
        """);

    /// <summary>Whom it is said to.</summary>
    public static readonly FrozenSet<string> Called = WordSet.Of("""
        bot factorybot there all team everyone everybody mate mates pal buddy dude bro man guys folks lads sir madam maam colleague colleagues friend friends dear love darling boss chief again you
        robot assistant mister my the ye y'all yall hun duck sunshine captain crew people gang
        """);

    public static readonly FrozenSet<string> Thanks = WordSet.Of("thanks ta merci gracias grazie obrigado obrigada dank bedankt arigato spasibo takk tak dziekuje dzieki kiitos tack multumesc mulțumesc hvala dekuji efharisto teşekkürler tesekkurler thanksalot thankyou");

    /// <summary>Said before going on, with a comma or before a word that asks.</summary>
    public static readonly FrozenSet<string> Words = WordSet.Of("""
        ok okay okey okie dokie okidoki k kk ah aha oh ooh oof ouch wow whoa hm hmm hmmm mm mmm um uh uhm er erm well so yes yea yah sure right alright alrighty righto righty rightyo anyway anyways
        anyhow gotcha understood noted roger copy interesting damn shit fuck hell crap bugger blimey crikey jeez gosh sheesh ugh argh grr eek yikes bah pfft tsk huh wtf omg ffs jesus christ god gee
        lol haha hehe hihi rofl lmao cool listen look indeed exactly absolutely certainly agreed true voila bingo cripes golly heavens goodness boy man dammit bollocks
        """);

    /// <summary>Sounds, said anywhere.</summary>
    public static readonly FrozenSet<string> Sounds = WordSet.Of("""
        um umm uh uhh uhm er err erm hm hmm hmmm mm mmm ah ahh aha oh ooh lol lolz haha hahaha hehe hihi hahah lmao rofl wow whoa ugh argh aargh blimey crikey jeez gosh omg wtf ffs psst pff pfft
        sheesh yikes ahem tho smh xd kappa meh gah duh doh eek huh eh
        """);

    /// <summary>What is said of an answer.</summary>
    public static readonly FrozenSet<string> Praise = WordSet.Of("""
        brilliant great super superb perfect lovely nice cool awesome excellent fab fabulous fantastic wonderful amazing sweet smashing cracking wicked champion magic ace terrific marvellous splendid
        interesting funny strange weird odd impressive neat beautiful useful helpful handy grand sound bravo cheers genius legend fine incredible outstanding stunning unbelievable
        """);

    public static readonly FrozenSet<string> Shorthand = WordSet.Of("tbh imo imho afaik iirc fwiw btw fyi asap ngl tbf atm idk ikr ofc pls plz rn obvs tia thx");

    public static readonly FrozenSet<string> Small = WordSet.Of("""
        stupid silly dumb daft odd random weird strange quick quicky small short simple easy tricky little general basic urgent last final more other further different new similar separate unrelated
        possibly maybe probably very really rather honest serious important burning brief tiny cheeky technical related
        """);

    public static readonly FrozenSet<string> Counts = WordSet.Of("one two three four couple few some several several");

    /// <summary>Strong words before another word.</summary>
    public static readonly FrozenSet<string> SwearAdverbs = WordSet.Of("""
        bloody damn damned goddamn goddamned flipping flippin freaking frickin fricking fucking fuckin fking effing sodding blasted flaming friggin frigging blooming bleeding stupid godforsaken ruddy
        """);

    public static readonly FrozenSet<string> Swear = WordSet.Of("damn dammit ffs wtf fuck bollocks shit crap bugger hell jesus christ argh ugh grr smh");

    /// <summary>How bad somebody finds something.</summary>
    public static readonly FrozenSet<string> Awful = WordSet.Of("""
        shit shite crap crappy rubbish garbage terrible awful horrible horrendous dire abysmal dreadful appalling atrocious pathetic pants bollocks lousy dodgy ropey naff knackered useless hopeless
        ridiculous insane crazy mental bonkers unbelievable unacceptable annoying frustrating painful embarrassing woeful diabolical shocking cack poo wank nuts a nightmare joke disaster
        """);

    /// <summary>Seldom a part of what is asked.</summary>
    public static readonly FrozenSet<string> Marks = new[] { Hello, Thanks, Sounds, Shorthand, SwearAdverbs, Swear, People.Nouns, WordSet.Of("mate buddy brilliant cool lovely perfect yes well right sorry bother") }
        .SelectMany(words => words).Except(["there", "everyone", "he", "she", "they", "crew", "crews", "team", "teams", "person", "people", "operator", "operators", "worker", "workers", "customer", "customers", "client", "clients", "supplier", "suppliers", "others", "works", "planning", "purchasing", "planner"])
        .ToFrozenSet(StringComparer.Ordinal);

    public static readonly FrozenSet<string> Agents = WordSet.Of("guys lads folks people boys girls blokes chaps fellas technicians fitters mechanics electricians colleagues");
    public static readonly FrozenSet<string> AgentArticles = WordSet.Of("our my the your these those");
    public static readonly FrozenSet<string> Weekdays = WordSet.Of("monday tuesday wednesday thursday friday saturday sunday");
}
