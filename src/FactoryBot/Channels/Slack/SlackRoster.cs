using System.Text.Json;
using FactoryBot.Channels.Slack.WebApi;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Slack;

/// <summary>Who reads along in a channel or group of Slack.</summary>
internal sealed class SlackRoster(SlackClient client) : IRosterChannel
{
    public string Name => SlackChannel.ChannelName;

    public async Task<IReadOnlyList<string>?> PresentAsync(JsonElement? stored, int most, CancellationToken cancellationToken)
    {
        if (stored?.Deserialize(SlackJson.Default.SlackReference) is not { } reference)
            return null;
        var own = (await client.CallAsync(reference.Team, "auth.test", [], cancellationToken)).Text("user_id");
        var people = new List<string>();
        var after = "";
        do
        {
            // One more than is wanted, and the bot itself.
            var page = await client.CallFormAsync(
                reference.Team, "conversations.members",
                [new("channel", reference.Channel), new("limit", (most + 2).ToString(System.Globalization.CultureInfo.InvariantCulture)), new("cursor", after)], cancellationToken);
            if (page.Body.Child("members") is not { ValueKind: JsonValueKind.Array } members)
                return null;
            people.AddRange(members.EnumerateArray().Select(m => m.GetString() ?? "").Where(id => id != own));
            after = page.Body.Child("response_metadata").Child("next_cursor").String() ?? "";
        }
        while (after.Length > 0 && people.Count <= most);
        return people.Count is 0 || people.Count > most ? null : people;
    }
}
