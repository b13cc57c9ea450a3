using System.Text.Json;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Teams.Connector;

/// <summary>What became of a call to the connector, after all repetitions.</summary>
/// <param name="Status">The HTTP status; null when nothing answered, or when the call could not be made.</param>
/// <param name="Id">The id that the connector gave what was created, where it gave one.</param>
internal readonly record struct ConnectorAnswer(int? Status, string? Id)
{
    public static readonly ConnectorAnswer None = new(null, null);

    /// <summary>How long the connector asked to be left alone.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>What came back with a success; null where nothing did.</summary>
    public JsonElement? Body { get; init; }

    public bool TooLarge => Status == StatusCodes.Status413PayloadTooLarge;

    public bool Gone => Status == StatusCodes.Status404NotFound;

    public Delivery Delivery => Status switch
    {
        >= 200 and < 300 => Delivery.Sent,
        // 401: the registration's credential is wrong or has run out; its owner can mend that while the answer waits.
        null or 401 or 408 or 409 or 412 or 429 or >= 500 => Delivery.Later,
        _ => Delivery.Refused,
    };
}
