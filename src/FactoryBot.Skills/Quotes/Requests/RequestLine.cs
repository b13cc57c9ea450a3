using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>One thing that is asked for.</summary>
internal sealed record RequestLine
{
    /// <summary>The words for the part, without quantity and politeness.</summary>
    public required string Wording { get; init; }

    /// <summary>Null where none was said: to be asked for.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>pcs, pack, m, kg...: what the quantity counts.</summary>
    public string Unit { get; init; } = Quantities.Pieces;

    /// <summary>What the quantity counts, where that may be the part itself: bag, carton. Empty: nothing of the kind.</summary>
    public string Called { get; init; } = "";

    /// <summary>Further quantities that a price is asked for: 500 and 1,000 of "100/500/1000".</summary>
    public IReadOnlyList<decimal> Breaks { get; init; } = [];

    /// <summary>What the words say, and what they leave to the line before ("and 300 of the 4-40 size").</summary>
    public required IReadOnlyList<Feature> Features { get; init; }

    public DateOnly? NeededBy { get; init; }

    /// <summary>What the reader did with it, such as a quantity that a later mail changed.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Has no quantity and is perhaps only talk: it counts if it names a part of the catalogue.</summary>
    public bool Perhaps => Quantity is null;
}

/// <summary>A request as it was understood.</summary>
/// <param name="Customer">The company's or person's name as written; null: not said.</param>
/// <param name="Reference">Their number of the request.</param>
internal sealed record ReadRequest(IReadOnlyList<RequestLine> Lines, string? Customer, string? Email, string? Reference, DateOnly? NeededBy);
