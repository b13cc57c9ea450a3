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

/// <param name="Added">New rows.</param>
/// <param name="Replaced">Rows that took the place of one with the same number or name.</param>
/// <param name="Refused">Rows that were not taken.</param>
/// <param name="Rows">The first refused ones, with their reasons.</param>
internal sealed record ImportAnswer(int Added, int Replaced, int Refused, IReadOnlyList<ImportRow> Rows);

/// <param name="Row">Its number in the file.</param>
/// <param name="Reason">Why it was not taken.</param>
internal sealed record ImportRow(int Row, string Reason);
