using System.Text.Json;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Slack.WebApi;

/// <summary>What became of a call, after all repetitions.</summary>
/// <param name="Error">Slack's own code; "silent" where nothing answered, "ratelimited" where the wait was too long; null where all is well.</param>
internal sealed record SlackAnswer(JsonElement? Body, string? Error)
{
    public static readonly SlackAnswer Silent = new(null, "silent");
    public static readonly SlackAnswer TooBusy = new(null, "ratelimited");
    public static readonly SlackAnswer NoToken = new(null, "no_token");

    public bool Ok => Error is null;

    public string? Text(string name) => Body.Child(name).String();

    public Delivery Delivery => Error switch
    {
        null => Delivery.Sent,
        // A revoked token can be mended by installing the app again while the answer waits.
        "silent" or "ratelimited" or "no_token" or "internal_error" or "fatal_error" or "service_unavailable" or "request_timeout"
            or "invalid_auth" or "token_revoked" or "account_inactive" => Delivery.Later,
        _ => Delivery.Refused,
    };
}
