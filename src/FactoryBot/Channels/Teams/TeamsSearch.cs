using System.Text.Json;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Functions;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Teams;

/// <summary>The message extension: what is typed into its box is looked up, and one of what was found goes into the message as a card.</summary>
internal sealed class TeamsSearch(ILookUp lookUp)
{
    public const string InvokeName = "composeExtension/query";

    public async Task<TeamsResponse> AnswerAsync(Activity activity, TeamsCaller caller, CancellationToken hungUp)
    {
        var user = ActivityMapping.User(activity);
        var found = await lookUp.FindAsync(TeamsChannel.ChannelName, caller.TenantKey, user, Words(activity.Value), hungUp);
        return TeamsResponse.Json(json => Write(json, found));
    }

    // When the box is opened the client sends "true" as the parameter initialRun: nothing has been typed yet.
    private static string Words(JsonElement? value)
    {
        if (value.Child("parameters") is not { ValueKind: JsonValueKind.Array } parameters)
            return "";
        foreach (JsonElement? parameter in parameters.EnumerateArray())
        {
            if (parameter.Child("name").String() is { } name && name != "initialRun")
                return parameter.Child("value").String() ?? "";
        }
        return "";
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Found> found)
    {
        json.WriteStartObject();
        json.WriteStartObject("composeExtension"u8);
        if (found.Count == 0)
        {
            json.WriteString("type"u8, "message"u8);
            json.WriteString("text"u8, TeamsFailures.NothingFound);
        }
        else
        {
            json.WriteString("type"u8, "result"u8);
            json.WriteString("attachmentLayout"u8, "list"u8);
            json.WriteStartArray("attachments"u8);
            foreach (var thing in found)
                Write(json, thing);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Found thing)
    {
        json.WriteStartObject();
        json.WriteString("contentType"u8, ActivityWriter.CardType);
        json.WritePropertyName("content"u8);
        CardJson.Write(json, thing.Card);
        json.WriteStartObject("preview"u8);
        json.WriteString("contentType"u8, "application/vnd.microsoft.card.thumbnail"u8);
        json.WriteStartObject("content"u8);
        json.WriteString("title"u8, thing.Title);
        json.WriteString("text"u8, thing.Text);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
