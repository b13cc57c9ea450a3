using System.Text.RegularExpressions;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"I'm the new supervisor on line 2": tells who somebody is and asks nothing. It is greeted, with what can be shown of their place.</summary>
internal static partial class Introduction
{
    private const int MostShown = 5;

    private static readonly string[] Jobs =
    [
        "supervisor", "manager", "lead", "leader", "leadhand", "foreman", "operator", "engineer", "planner", "technician", "fitter", "mechanic", "inspector", "controller", "analyst",
        "director", "head", "boss", "coordinator", "trainee", "apprentice", "intern", "buyer", "scheduler", "setter", "electrician", "worker", "owner", "colleague", "starter",
    ];

    private static readonly string[] Works = ["work", "started", "start", "starting", "joining", "run", "lead", "manage", "supervise", "oversee", "joined", "responsible", "charge", "took", "taken"];

    // With one of these something is asked or told that is more than who somebody is.
    private static readonly string[] Asks =
    [
        "what", "which", "how", "why", "when", "where", "who", "show", "give", "tell", "list", "send", "make", "can", "could", "need", "want", "looking", "missing", "see", "compare",
        "not", "no", "please", "let", "help", "know", "like", "change", "set", "add", "why", "do", "does", "did",
    ];

    /// <summary>Whether it can be one, by how it begins.</summary>
    public static bool Opens(string text) => Opening().IsMatch(text) && !text.Contains('?', StringComparison.Ordinal);

    public static Outcome? Of(string text, Clause clause, Vocabulary vocabulary)
    {
        if (!Opens(text) || !TellsWho(clause.Tokens) || clause.Tokens.Any(t => t.IsAny(Asks)) || NamesFigure(clause, vocabulary) || clause.Periods.Any(p => !IsStart(clause, p)))
            return null;
        var place = clause.Scopes.FirstOrDefault(s => s.Certainty == Certainty.Sure);
        var shown = vocabulary.Functions.Where(f => f.WhyNot is null && f.Words is { IsFigure: true, TakesTwo: false } && f.Words.Has(SlotKind.Site) && f.Words.Has(SlotKind.Shift) && f.Words.Function.Slots.All(s => s.Name != CallBuilder.Figure))
            .OrderByDescending(f => f.Words.Function.Help is not null).Take(MostShown)
            .Select(f => new Choice(f.Words.Function.Title, SentenceWriter.Write(f.Words, scope: place?.Entity!.Name ?? "the whole plant")));
        return (Outcome)SmallTalk.Answer($"Welcome! {(place is null ? "Ask me about your plant" : $"I can show you how {place.Entity!.Name} is doing")}, for example:", [.. shown]) with { Settled = true };
    }

    private static bool TellsWho(Token[] tokens) =>
        tokens.Any(t => t.IsAny(Jobs)) ? tokens.Length > MostOfRole || tokens.Any(t => t.Is("new")) : tokens.Any(t => t.IsAny(Works) || t.Is("new"));

    // "I am a manager" asks for what a manager may.
    private const int MostOfRole = 4;

    // "Quality manager" is a job; "in charge of the scrap" speaks of a figure.
    private static bool NamesFigure(Clause clause, Vocabulary vocabulary) => clause.Tokens.Where((_, i) => !clause.Filled[i] && !clause.Plain[i] && vocabulary.SubjectWords.Contains(clause.Stems[i])
        && !(i + 1 < clause.Tokens.Length && clause.Tokens[i + 1].IsAny(Jobs)) && !clause.Tokens[i].IsAny(Jobs) && !clause.Tokens[i].IsAny(Works)).Any();

    private const string Greeting = @"(?:(?:hi|hello|hey|good|morning|afternoon|evening|day|there|all|everyone|team|bot|factorybot)\W+)*";
    private const string Being = @"i['’]?m|i\s+am|my\s+name\s+is|new\s+(?:here|on|in)|i\s+(?:just\s+)?(?:work|started|joined|took\s+over|run|lead|manage|supervise|oversee)";

    [GeneratedRegex(@"^\W*" + Greeting + "(?:" + Being + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    // "I started today", "since Monday".
    private static bool IsStart(Clause clause, PeriodMention period) => period.Weak || clause.Tokens.Take(period.Start).Any(t => t.IsAny(Works) || t.Is("new"));
}
