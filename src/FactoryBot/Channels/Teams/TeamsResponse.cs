using System.Text.Json;
using FactoryBot.Channels.Teams.Connector;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Channels.Teams;

/// <summary>An HTTP answer of the bot endpoint: a status and, for some, JSON.</summary>
internal sealed record TeamsResponse(int Status, Action<Utf8JsonWriter>? Body = null)
{
    public static readonly TeamsResponse Accepted = new(StatusCodes.Status202Accepted);
    public static readonly TeamsResponse Ok = new(StatusCodes.Status200OK);
    public static readonly TeamsResponse EmptyObject = new(StatusCodes.Status200OK, json =>
    {
        json.WriteStartObject();
        json.WriteEndObject();
    });

    /// <summary>Seconds after which the sender may try again.</summary>
    public int? RetryAfter { get; init; }

    public static TeamsResponse Refuse(TeamsRefusal refusal) => new(refusal.Status, json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("error"u8);
        json.WriteString("code"u8, refusal.Code);
        json.WriteString("message"u8, refusal.Message);
        json.WriteEndObject();
        json.WriteEndObject();
    })
    {
        RetryAfter = refusal.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable ? 5 : null,
    };

    /// <summary>Answers an Action.Execute with the card that takes the pressed one's place.</summary>
    public static TeamsResponse Action(AdaptiveCard card) => Action(200, ActivityWriter.CardType, json => CardJson.Write(json, card));

    /// <summary>Answers an Action.Execute with words: a notice for 200, an error otherwise.</summary>
    public static TeamsResponse Action(int code, string words) => code == 200
        ? Action(code, "application/vnd.microsoft.activity.message", json => json.WriteStringValue(words))
        : Action(code, "application/vnd.microsoft.error", json =>
        {
            json.WriteStartObject();
            json.WriteString("code"u8, code.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("message"u8, words);
            json.WriteEndObject();
        });

    public static TeamsResponse Json(Action<Utf8JsonWriter> body) => new(StatusCodes.Status200OK, body);

    /// <summary>Opens a dialog with the card in it.</summary>
    public static TeamsResponse Dialog(string title, AdaptiveCard card) => new(StatusCodes.Status200OK, json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("task"u8);
        json.WriteString("type"u8, "continue"u8);
        json.WriteStartObject("value"u8);
        json.WriteString("title"u8, title);
        json.WriteString("height"u8, "small"u8);
        json.WriteString("width"u8, "small"u8);
        json.WriteStartObject("card"u8);
        json.WriteString("contentType"u8, ActivityWriter.CardType);
        json.WritePropertyName("content"u8);
        CardJson.Write(json, card);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        if (RetryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Body is null)
            return;
        using var output = new PooledBuffer();
        await using (var json = ActivityWriter.Over(output))
            Body(json);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = output.Length;
        await response.BodyWriter.WriteAsync(output.Written, cancellationToken);
    }

    // The HTTP status of an Action.Execute is always 200; the code that counts stands inside.
    private static TeamsResponse Action(int code, string type, Action<Utf8JsonWriter> value) => new(StatusCodes.Status200OK, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("statusCode"u8, code);
        json.WriteString("type"u8, type);
        json.WritePropertyName("value"u8);
        value(json);
        json.WriteEndObject();
    });
}
