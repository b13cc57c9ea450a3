using System.Text;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Charts;

namespace FactoryBot.Channels.WebChat;

/// <summary>A card as Web Chat's renderer can draw it: charts as pictures, Action.Execute as Action.Submit, and what only Teams knows
/// as that falls back to. Pure.</summary>
internal static class PageCard
{
    public static AdaptiveCard Of(AdaptiveCard card) => new CardRewriter
    {
        Element = element => element switch
        {
            Chart chart => Picture(chart),
            Badge or ProgressBar or Icon or CodeBlock => element.Fallback!,
            _ => element with { TargetWidth = null },
        },
        Action = action => action is ExecuteAction { Fallback: { } submit } ? submit : action,
    }.Rewrite(card) with { Refresh = null, Msteams = null };

    // Follows light and dark by itself, and is kept with the conversation: no address that could run out.
    private static Image Picture(Chart chart)
    {
        var picture = ChartPicture.Of(chart, ChartTheme.Automatic);
        return new()
        {
            Url = "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.Svg)),
            AltText = picture.AltText,
            Size = "Stretch",
            Spacing = chart.Spacing,
            Separator = chart.Separator,
            Id = chart.Id,
        };
    }
}
