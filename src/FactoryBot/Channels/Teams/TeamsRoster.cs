using System.Text.Json;
using FactoryBot.Channels.Teams.Connector;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Teams;

/// <summary>Who reads along in a group chat or channel of Teams.</summary>
internal sealed class TeamsRoster(ConnectorClient connector) : IRosterChannel
{
    public string Name => TeamsChannel.ChannelName;

    public async Task<IReadOnlyList<string>?> PresentAsync(JsonElement? stored, int most, CancellationToken cancellationToken)
    {
        // In other channels than Teams the ids of people are the client's own.
        if (stored?.Deserialize(TeamsJson.Default.TeamsReference) is not { ChannelId: TeamsChannel.ChannelName } reference)
            return null;
        var people = new List<string>();
        string? after = null;
        do
        {
            var page = await connector.MembersAsync(reference, most, after, cancellationToken);
            if (page.Body.Child("members") is not { ValueKind: JsonValueKind.Array } members)
                return null;
            foreach (var member in members.EnumerateArray())
            {
                if (((JsonElement?)member).Child("id").String() is { } id && id != reference.Bot?.Id)
                    people.Add(id);
            }
            after = page.Body.Child("continuationToken").String();
        }
        while (after is { Length: > 0 } && people.Count <= most);
        return people.Count is 0 || people.Count > most ? null : people;
    }
}
