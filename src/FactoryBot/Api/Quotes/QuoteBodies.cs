using FactoryBot.Skills.Quotes.Lifecycle;

namespace FactoryBot.Api.Quotes;

/// <summary>A request for quotation.</summary>
internal sealed record NewQuote
{
    /// <summary>The request as it was written: a mail, a list, a table.</summary>
    public required string Request { get; init; }

    /// <summary>The customer's name, where it is not in the request.</summary>
    public string? Customer { get; init; }
}

/// <summary>What is to be done with a quote; each route says which of these it takes.</summary>
internal sealed record QuoteChange
{
    /// <summary>What to change, in words: "make line 2 250 pieces; valid for 60 days".</summary>
    public string? Change { get; init; }

    /// <summary>The revision that was seen; a quote that was changed since is not touched.</summary>
    public int? Revision { get; init; }

    /// <summary>won, lost or cancelled.</summary>
    public string? Outcome { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}

/// <summary>What a line becomes; what is left out stays as it is.</summary>
internal sealed record LineChange
{
    /// <summary>A number of the catalogue.</summary>
    public string? Part { get; init; }

    /// <summary>Pieces.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Of a pack; set by hand from then on.</summary>
    public decimal? Price { get; init; }

    /// <summary>Percent of the list price.</summary>
    public decimal? Discount { get; init; }

    /// <summary>The revision that was seen; a quote that was changed since is not touched.</summary>
    public int? Revision { get; init; }

    public string? Wrong() => (Part, Quantity, Price, Discount) switch
    {
        (null, null, null, null) => "Say what to change of the line: part, quantity, price or discount.",
        (_, <= 0, _, _) => "A quantity is more than nothing.",
        (_, _, < 0, _) => "A price is not below nothing.",
        (_, _, _, < 0 or > 100) => "A discount is between 0 and 100 percent.",
        _ => null,
    };

    public IReadOnlyList<QuoteEdit> Edits(int line)
    {
        var edits = new List<QuoteEdit>();
        if (Part is { } part)
            edits.Add(new ChoosePart(line, part.Trim()));
        if (Quantity is { } quantity)
            edits.Add(new SetQuantity(LineSelector.Of(line), quantity, "pcs"));
        if (Discount is { } discount)
            edits.Add(new SetDiscount(LineSelector.Of(line), discount));
        if (Price is { } price)
            edits.Add(new SetPrice(LineSelector.Of(line), price));
        return edits;
    }
}

/// <summary>What somebody decides on a request for approval.</summary>
internal sealed record Decision
{
    /// <summary>approve, reject or changes.</summary>
    public required string Verdict { get; init; }

    /// <summary>The content that was seen, as the request or the quote shows it.</summary>
    public string? ContentHash { get; init; }

    /// <summary>The quote's version that was seen, where its hash is not given.</summary>
    public int? Version { get; init; }

    /// <summary>For the person who asked.</summary>
    public string? Comment { get; init; }
}

/// <param name="Added">New rows.</param>
/// <param name="Replaced">Rows that took the place of one with the same number or name.</param>
/// <param name="Refused">Rows that were not taken.</param>
/// <param name="Rows">The first refused ones, with their reasons.</param>
internal sealed record ImportAnswer(int Added, int Replaced, int Refused, IReadOnlyList<ImportRow> Rows);

/// <param name="Row">Its number in the file.</param>
/// <param name="Reason">Why it was not taken.</param>
internal sealed record ImportRow(int Row, string Reason);
