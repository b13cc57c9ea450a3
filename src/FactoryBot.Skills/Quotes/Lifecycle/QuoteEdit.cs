using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>Which lines are meant: by place, all, or by words that stand in them.</summary>
internal sealed record LineSelector(IReadOnlyList<int> Places, bool All, string Words)
{
    private static readonly HashSet<string> Fasteners = [.. new[] { "screw", "bolt", "nut", "washer", "rivet", "locknut", "stud" }.Select(Stem.Of)];

    /// <summary>The place of the last line, whichever that is.</summary>
    public const int Last = -1;

    public static LineSelector Of(params IReadOnlyList<int> places) => new(places, false, "");
    public static LineSelector Everything { get; } = new([], true, "");

    /// <summary>Places in the content, from 0; empty where nothing is meant.</summary>
    public IReadOnlyList<int> In(QuoteContent content)
    {
        if (All)
            return [.. Enumerable.Range(0, content.Lines.Count)];
        if (Places.Count > 0)
            return [.. Places.Select(p => Place(p, content)).Where(p => p >= 1 && p <= content.Lines.Count).Select(p => p - 1)];
        // "Make it 750" of a quote with one line.
        if (content.Lines.Count == 1 && Words is ("it" or "that" or "this"))
            return [0];
        var asked = Lacks.Asked(Words);
        return asked.Length == 0 ? [] : [.. Enumerable.Range(0, content.Lines.Count).Where(i => Fits(content.Lines[i], asked))];
    }

    public static int Place(int place, QuoteContent content) => place == Last ? content.Lines.Count : place;

    private static bool Fits(QuoteLine line, Feature[] asked)
    {
        var has = ReadFeatures.Of($"{line.Number} {line.Description} {line.Business} {line.Wording}");
        return asked.All(a => a.IsSaidBy(has) || (a.Text == Stem.Of("fasteners") && has.Any(h => Fasteners.Contains(h.Text))));
    }
}

/// <summary>One change that somebody asks for.</summary>
internal abstract record QuoteEdit
{
    /// <summary>Whether the words are about something that the quote has.</summary>
    public virtual bool MeansOf(QuoteContent content) => true;
}

/// <summary>A change of some of the lines.</summary>
internal abstract record LineEdit(LineSelector Lines) : QuoteEdit
{
    public override bool MeansOf(QuoteContent content) => Lines.In(content).Count > 0;
}

internal sealed record SetQuantity(LineSelector Lines, decimal Quantity, string Unit) : LineEdit(Lines);

internal sealed record SetDiscount(LineSelector Lines, decimal Percent) : LineEdit(Lines);

internal sealed record SetPrice(LineSelector Lines, decimal Price) : LineEdit(Lines);

internal sealed record RemoveLines(LineSelector Lines) : LineEdit(Lines);

/// <summary>Puts a part of the catalogue on a line.</summary>
internal sealed record ChoosePart(int Place, string Number) : QuoteEdit;

/// <summary>Puts one of the parts on a line that were offered for it.</summary>
/// <param name="Place">Null: the first line that is still open.</param>
/// <param name="Choice">From 1.</param>
internal sealed record TakeChoice(int? Place, int Choice) : QuoteEdit
{
    public override bool MeansOf(QuoteContent content) => content.Lines.Any(l => l.IsOpen);
}

/// <summary>Puts the one of the parts on each open line that is what the words say: "the zinc ones".</summary>
/// <param name="Place">Null: every line that is open.</param>
internal sealed record TakeKind(int? Place, string Words) : QuoteEdit;

internal sealed record SetValidity(int? Days, DateOnly? Until) : QuoteEdit;

internal sealed record SetCustomer(string Name) : QuoteEdit;

/// <param name="Added">To the notes that are there.</param>
internal sealed record SetNotes(string Text, bool Added) : QuoteEdit;

/// <summary>Adds what a text asks for.</summary>
internal sealed record AddLines(string Text) : QuoteEdit;
