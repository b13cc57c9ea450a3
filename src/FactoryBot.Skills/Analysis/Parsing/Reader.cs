using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Reads one question over one model. Each pass takes the items it understands; whatever is left is named, and no answer is given.</summary>
internal sealed partial class Reader
{
    private readonly SchemaLexicon lexicon;
    private readonly SemanticModel model;
    private readonly DateOnly today;
    private readonly List<string> corrected = [];
    private readonly List<Item> items;
    private readonly string sentence;
    private readonly List<string> notes = [];

    private readonly List<MeasureUse> measures = [];
    private readonly List<Dimension> by = [];
    private readonly List<Condition> where = [];
    private readonly List<(MeasureUse Measure, Comparison Is, decimal Value, decimal? To, bool Mean)> totals = [];
    private readonly List<string> show = [];
    private readonly List<OrderBy> order = [];
    private readonly List<Computed> compute = [];
    private readonly List<Mention> mentions = [];
    private Condition? without;
    private string? focus;
    private Item? focusItem;
    private List<Meaning>? focusColumns;
    private int? limit;
    private int within;
    private bool distinct;
    private bool counting;
    private bool keepEmpty;
    private Period? period;
    private Ambiguity? ambiguous;
    private string? declined;

    private Reader(string text, SchemaLexicon lexicon, DateOnly today)
    {
        this.lexicon = lexicon;
        this.today = today;
        sentence = text;
        model = lexicon.Model;
        items = Tagger.Tag(text, lexicon, today, corrected);
        foreach (var word in items.Where(i => i.Kind == ItemKind.Unknown && i.Text.Length > 3 && (DatesOf(i.Text).Count > 0 || IsDeed(i.Text))))
            word.Kind = ItemKind.Verb;
        ReadArea();
        ReadClock();
        for (var i = 0; i < items.Count; i++)
        {
            Dated(i);
            Settle(i);
        }

        AskHowMuch();
        SumAmounts();
        ReadWays();
        NameStates();
        FreeRates();
        NameOutcomes();
        NameYields();
        NameQuantity();
    }

    /// <summary>An entity that is spoken of, and where.</summary>
    private sealed record Mention(string Entity, int At);

    public static Reading Read(string text, SchemaLexicon lexicon, DateOnly today)
    {
        if (Writing.Reason(text) is { } reason)
            return new() { Declined = reason, Writes = true, Known = new Reader(text, lexicon, today).items.Count(i => i.Kind == ItemKind.Schema || i.Meanings.Count > 0) };
        if (text.Length > 500)
            return new() { Declined = "The question is longer than 500 characters. Please ask it in fewer words." };
        var (plain, chart) = ChartWords.Take(text);
        Reading Part(string part) => new Reader(part, lexicon, today).Run(part);
        var reading = YesNo.Read(plain, Part) ?? Among.Read(plain, lexicon, Part) ?? Part(plain);
        return reading with { Chart = chart };
    }

    private Reading Run(string text)
    {
        if (yieldItem is null && !items.Exists(i => i.Kind is ItemKind.Schema or ItemKind.Verb || i.Meanings.Count > 0))
            return Failed(text);
        JoinNames();
        FindFocus();
        FindPerson();
        ReadDurations();
        ReadPerNumber();
        ReadGroups();
        ReadQuotient();
        ReadOutcomeRate();
        ReadComparisons();
        ReadOrphans();
        ReadNegations();
        ReadStateRate();
        ReadValues();
        ReadNow();
        ReadRankings();
        ReadMeasures();
        ReadShares();
        ReadHours();
        ReadPeriods();
        ReadOrder();
        ReadRest();
        ReadCompared();
        ReadOr();
        if (ambiguous is not null || declined is not null || Left().Any())
            return Failed(text);
        try
        {
            var query = Build();
            if (query is not null && focus is { } subject && focusItem is not null && !Accounts.For(query, subject, model))
            {
                focusItem.Used = false;
                query = null;
            }

            if (query is not null && !InArea(query))
                return new() { Unknown = [areaItem!.Text], Corrected = corrected, Known = items.Count(i => i.Kind == ItemKind.Schema) };
            if (query is not null && WhenAsked().IsMatch(text) && !TellsTime(query))
                return new() { Unknown = ["when"], Corrected = corrected, Known = items.Count(i => i.Kind == ItemKind.Schema) };
            var who = query is not null && items.Exists(i => i is { Kind: ItemKind.Ask, Text: "who" or "whom" } && !IsEntity(Before(items.IndexOf(i))) && !IsRelative(items.IndexOf(i)));
            if (who)
                query = WithPerson(query!);
            if (who && !TellsWho(query!))
                return new() { Unknown = ["who"], Corrected = corrected, Known = items.Count(i => i.Kind == ItemKind.Schema) };
            if (query is not null && UntoldMoney(query) is { } money)
                return new() { Unknown = [money], Corrected = corrected, Known = items.Count(i => i.Kind == ItemKind.Schema) };
            if (query is not null && Pieces(query) is { } pieces)
                return new() { Declined = pieces, Corrected = corrected };
            if (query is not null && Shared(query) is { } shared)
                return new() { Declined = shared, Corrected = corrected };
            if (query is not null)
                query = AskForks(AskHistory(query));
            if (declined is not null)
                return Failed(text);
            if (query is not null && Sideways(query) is { } sideways)
                return new() { Declined = sideways, Corrected = corrected };
            if (query is not null)
                AskRoles(query);
            return query is null || ambiguous is not null ? Failed(text) : new()
            {
                Query = query, Notes = notes, Period = period, Corrected = corrected, Known = items.Count(i => i.Kind == ItemKind.Schema),
            };
        }
        catch (QueryException e)
        {
            return new() { Declined = e.Message, Corrected = corrected };
        }
    }

    private Reading Failed(string text) => new()
    {
        Ambiguous = ambiguous is null ? null : Place(ambiguous, text),
        Declined = declined,
        // What is asked back is understood, as far as it goes.
        Unknown = [.. Left().Where(i => ambiguous is null || i.Start < ambiguous.Start || i.End > ambiguous.End).Select(i => i.Text).Distinct()],
        Corrected = corrected,
        Known = items.Count(i => i.Kind == ItemKind.Schema),
    };

    /// <summary>Items that carry meaning and that no pass has used.</summary>
    private IEnumerable<Item> Left() => items.Where(i => !i.Used && i.Kind is not (ItemKind.Filler or ItemKind.Preposition or ItemKind.And or ItemKind.Or or ItemKind.Ask
        or ItemKind.With or ItemKind.Any or ItemKind.Unit or ItemKind.Distinct or ItemKind.Verb or ItemKind.Count or ItemKind.HowMuch)
        || (i is { Used: false, Kind: ItemKind.Verb } && (!Glue(i) || i.Has(MeaningKind.Value)))
        || (i is { Used: false, Kind: ItemKind.Count } && measures.Count == 0 && !counting && !AsksAgain(i))
        || (i is { Used: false, Kind: ItemKind.HowMuch } && measures.Count == 0 && show.Count == 0 && !counting && !AsksAgain(i))
        || (i is { Used: false, Kind: ItemKind.Or } && unclear.Contains(i)));

    // "..., and how much?": the figure of the ranking, which is shown.
    private bool AsksAgain(Item item) => (rankMeasure is not null || rankField is not null || totals.Count > 0) && items.IndexOf(item) is var at && (item.AfterComma || Is(Before(at), ItemKind.And)) && !items.Skip(at + 1).Any(i => i.Kind is ItemKind.Schema or ItemKind.Unknown);

    // Verbs tie what stands beside them together; alone they say something that nobody accounted for.
    private bool Glue(Item verb)
    {
        var at = items.IndexOf(verb);
        if (!Verbs.Fits(verb.Text, model) || Describing(at))
            return false;
        return items.Where((i, n) => n != at && i.Used && (i.Kind is ItemKind.Schema or ItemKind.Period or ItemKind.Quoted || i.Meanings.Count > 0)).Any();
    }

    // "Reserved stock", "handled tickets": before its noun a verb says which, and nothing here has said so.
    private bool Describing(int at) => items[at].Text is var word && (word.EndsWith("ed", StringComparison.Ordinal) || word is "sold" or "bought" or "paid" or "sent" or "lost" or "spent") && word is not ("placed" or "listed" or "registered" or "used" or "based" or "called" or "named" or "located")
        && At(at + 1) is { Kind: ItemKind.Schema, AfterComma: false } noun && (noun.Has(MeaningKind.Entity) || noun.Has(MeaningKind.Column) || noun.Has(MeaningKind.Measure))
        && (at == 0 || items[at - 1].Kind is ItemKind.Count or ItemKind.Aggregate or ItemKind.HowMuch or ItemKind.By or ItemKind.Distinct or ItemKind.Number || items[at - 1] is { Kind: ItemKind.Ask, Text: not ("who" or "whom") });

    private static Ambiguity Place(Ambiguity found, string text)
    {
        var words = Lexer.Of(text);
        return found.Start < words.Count && found.End <= words.Count && found.End > found.Start
            ? found with { Start = words[found.Start].Start, End = words[found.End - 1].End, Words = text[words[found.Start].Start..words[found.End - 1].End] }
            : found;
    }

    private int Next(int at)
    {
        for (at++; at < items.Count && items[at].Kind == ItemKind.Filler; at++)
        {
        }

        return at;
    }

    private int Before(int at)
    {
        for (at--; at >= 0 && items[at].Kind == ItemKind.Filler; at--)
        {
        }

        return at;
    }

    private Item? At(int at) => at >= 0 && at < items.Count ? items[at] : null;

    private bool Is(int at, params ReadOnlySpan<ItemKind> kinds) => At(at) is { } item && kinds.Contains(item.Kind);

    private bool IsEntity(int at) => At(at) is { Kind: ItemKind.Schema } item && item.Has(MeaningKind.Entity);

    private bool IsColumn(int at) => At(at) is { Kind: ItemKind.Schema } item && item.Has(MeaningKind.Column);

    private void Speak(string entity, int at) => mentions.Add(new(entity, at));

    private static string Title(string phrase) => Letters.Capital(phrase);

    private string Noun(string entity) => model[entity].Noun;

    private static bool Plural(Item item) => item.Text.Split(' ')[^1] is var word && (SchemaNames.IsMany(word) || Several(word));

    private static bool Several(string word) => (word is "women" or "men" or "children" || word.Length > 3) && (word is "women" or "men" or "children" || SchemaNames.Singular(word) != word);
}
