using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using FactoryBot.Channels.Slack.WebApi;

namespace FactoryBot.Channels.Slack;

/// <summary>What people are called. Slack's events only have their ids.</summary>
internal sealed class SlackPeople(SlackClient client, TimeProvider time)
{
    private const int MostKept = 10_000;

    // Slack waits 3 seconds for the whole answer; a person without a name is welcome too.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.2);

    private readonly ConcurrentDictionary<(string Team, string User), string?> names = new();

    public async ValueTask<string?> NameAsync(string team, string user, CancellationToken cancellationToken)
    {
        if (names.TryGetValue((team, user), out var known))
            return known;
        using var own = new CancellationTokenSource(Patience, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(own.Token, cancellationToken);
        try
        {
            var answer = await client.CallFormAsync(team, "users.info", [new("user", user)], limit.Token);
            if (!answer.Ok)
                return null;
            var person = answer.Body.Child("user");
            var name = person.Child("profile").Child("real_name").String() ?? person.Child("real_name").String() ?? person.Child("name").String();
            if (names.Count >= MostKept)
                names.Clear();
            return names[(team, user)] = name;
        }
        catch (OperationCanceledException) when (own.IsCancellationRequested)
        {
            return null;
        }
    }
}
