using System.Text.Json.Nodes;
using FactoryBot.Channels.Slack.BlockKit;
using FactoryBot.Channels.Slack.WebApi;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Slack;

/// <summary>The app's home: who the bot is, and questions that work at once for this person.</summary>
internal sealed class SlackHome(SlackClient client, SlackPeople people, TenantDirectory tenants, Welcome welcome, TimeProvider time, ILogger<SlackHome> log)
{
    public async Task ShowAsync(string team, string user)
    {
        try
        {
            var name = await people.NameAsync(team, user, CancellationToken.None);
            var member = await tenants.ResolveAsync(SlackChannel.ChannelName, team, user, name, CancellationToken.None);
            var view = View(welcome.For(member.ToAsker(time.GetUtcNow(), Guid.Empty)));
            await client.CallAsync(team, "views.publish", new() { ["user_id"] = user, ["view"] = view }, CancellationToken.None);
        }
        catch (Exception error)
        {
            // Nobody waits for this task: the home is shown the next time.
            log.Silent(error, "views.publish");
        }
    }

    private static JsonObject View(SkillResult welcome) => new()
    {
        ["type"] = "home",
        ["blocks"] = new JsonArray(
            Blocks.Header("FactoryBot"),
            Blocks.Section(Mrkdwn.Escape(welcome.Text)),
            Blocks.Actions(welcome.Choices.Take(CardButtons.Most).Select((c, i) => CardButtons.Say(c.Title, c.Say, i))),
            Blocks.Context("The answer comes in the Messages tab.")),
    };
}
