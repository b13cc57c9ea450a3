namespace FactoryBot.Api.Quotes;

/// <summary>Whose agreement is needed when.</summary>
internal sealed record NewRule
{
    /// <summary>In words, as in the chat: "quotes over 10,000 need Ana, then the owner".</summary>
    public required string Rule { get; init; }
}

/// <summary>Somebody is away and another decides in the meantime.</summary>
internal sealed record NewDelegation
{
    /// <summary>Who is away: the whole name, or the member's id.</summary>
    public required string Member { get; init; }

    /// <summary>Who decides for them.</summary>
    public required string To { get; init; }

    /// <summary>The first day. Default null: from now on.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Through { get; init; }
}
