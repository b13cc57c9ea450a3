using System.Text.Json;
using FactoryBot.Channels.Teams.Wire;

namespace FactoryBot.Channels.Teams;

/// <summary>Takes the mention of the bot out of a text; other people's mentions stay, as part of what was said.</summary>
internal static class Mentions
{
    private static readonly char[] Blank = [' ', '\t', '\r', '\n', '\u00A0'];

    public static string TextWithoutBot(Activity activity)
    {
        var text = activity.Text ?? "";
        if (activity.Entities is { ValueKind: JsonValueKind.Array } entities && activity.Recipient?.Id is { } bot)
        {
            foreach (JsonElement? entity in entities.EnumerateArray())
            {
                if (entity.Child("type").String() == "mention"
                    && entity.Child("mentioned").Child("id").String() == bot
                    && entity.Child("text").String() is { Length: > 0 } mention)
                    text = text.Replace(mention, "", StringComparison.Ordinal);
            }
        }
        return text.Replace("\0", "", StringComparison.Ordinal).Trim(Blank);
    }
}
