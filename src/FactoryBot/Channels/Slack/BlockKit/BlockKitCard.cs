using System.Text.Json.Nodes;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Charts;

namespace FactoryBot.Channels.Slack.BlockKit;

/// <summary>Makes Block Kit of a card, within all of Slack's limits. Pure: the same card gives the same blocks.</summary>
internal sealed class BlockKitCard
{
    /// <summary>Room for buttons, thumbs and the note on what was cut, of the 50 that a message may have.</summary>
    private const int MostBlocks = 44;
    private const int MostFields = 10;

    private readonly SlackAbilities abilities;
    private readonly List<JsonObject> blocks = [];
    private int charts;
    private bool hasTable;
    private int left;

    private BlockKitCard(SlackAbilities abilities) => this.abilities = abilities;

    /// <summary>The card's blocks, with its buttons at the end.</summary>
    public static BlockKitMessage Of(AdaptiveCard card, SlackAbilities abilities)
    {
        var converter = new BlockKitCard(abilities);
        var actions = CardButtons.All(card);
        var inputs = CardRules.All(card.Body).OfType<CardInput>().ToList();
        var inline = inputs.Count > 0 && InputBlocks.FitIntoMessage(inputs);
        converter.All(card.Body, inline);
        var (buttons, forms) = CardButtons.Convert(card, actions, inline ? [] : inputs);
        if (buttons.Count > 0)
            converter.Add(Blocks.Actions(buttons));
        if (converter.left > 0)
            converter.blocks.Add(Blocks.Context($"{converter.left} more {(converter.left == 1 ? "part is" : "parts are")} not shown here."));
        return new(converter.blocks, forms);
    }

    private void All(IEnumerable<CardElement> elements, bool inline)
    {
        foreach (var element in elements.Where(e => e.IsVisible != false))
            Add(element, inline);
    }

    private void Add(CardElement element, bool inline)
    {
        if (element.Separator == true && blocks.Count > 0)
            Add(Blocks.Divider());
        switch (element)
        {
            case TextBlock text:
                Add(TextBlocks.Of(text));
                break;
            case RichTextBlock rich:
                Add(Blocks.Section(string.Concat(rich.Inlines.Select(TextBlocks.Of))));
                break;
            case FactSet facts:
                foreach (var some in facts.Facts.Chunk(MostFields))
                    Add(Blocks.Fields(some.Select(f => $"{Mrkdwn.Bold(f.Title.ToPlain())}\n{Mrkdwn.Of(f.Value)}")));
                break;
            case ColumnSet set when TextBlocks.Columns(set) is { } fields:
                foreach (var some in fields.Chunk(MostFields))
                    Add(some.Length == 1 ? Blocks.Section(some[0]) : Blocks.Fields(some));
                break;
            case Table table:
                foreach (var block in TableBlocks.Of(table, abilities.Native && !hasTable))
                    Add(block);
                hasTable = true;
                break;
            case Chart chart:
                Chart(chart);
                break;
            case Badge badge:
                Add(Blocks.Context(Mrkdwn.Bold(badge.Text)));
                break;
            case ProgressBar bar:
                Add(Blocks.Context(TextBlocks.Bar(bar)));
                break;
            case Image { Url: var url } image when url.StartsWith("https://", StringComparison.Ordinal) && url.Length <= 3000:
                Add(new() { ["type"] = "image", ["image_url"] = url, ["alt_text"] = Blocks.Cut(image.AltText, 2000) });
                break;
            case Image image:
                Add(Blocks.Context(Mrkdwn.Escape(image.AltText)));
                break;
            case CodeBlock code:
                Add(Blocks.Section($"```\n{Blocks.Cut(TextBlocks.Code(code.CodeSnippet), Blocks.LongestText - 10)}\n```"));
                break;
            case CardInput input:
                if (inline)
                    Add(InputBlocks.Of(input));
                break;
            case ActionSet:
                break;
            case { Children: var children }:
                All(children, inline);
                break;
        }
    }

    // Slack's own where it holds, otherwise the picture that was uploaded, otherwise the numbers.
    private void Chart(Chart chart)
    {
        if (abilities.Native && charts < ChartBlock.MostInMessage && ChartBlock.Of(chart) is { } native)
        {
            charts++;
            Add(native);
        }
        else if (abilities.Picture(chart) is { } file)
        {
            Add(new()
            {
                ["type"] = "image",
                ["slack_file"] = new JsonObject { ["id"] = file },
                ["alt_text"] = Blocks.Cut(ChartWords.Of(chart), 2000),
            });
        }
        else if (chart.Fallback is { } table)
        {
            Add(table, inline: false);
        }
    }

    private void Add(JsonObject block)
    {
        if (blocks.Count < MostBlocks)
            blocks.Add(block);
        else
            left++;
    }
}

/// <summary>What may be used for a message.</summary>
/// <param name="Native">Slack's newer blocks: charts and tables. Without them after Slack has refused one.</param>
/// <param name="Pictures">The uploaded pictures of charts.</param>
internal sealed record SlackAbilities(bool Native, IReadOnlyDictionary<Chart, string> Pictures)
{
    public static SlackAbilities Newest { get; } = new(true, new Dictionary<Chart, string>());

    public string? Picture(Chart chart) => Pictures.GetValueOrDefault(chart);
}

/// <param name="Forms">What buttons open that have fields to fill in.</param>
internal sealed record BlockKitMessage(IReadOnlyList<JsonObject> Blocks, IReadOnlyList<Form> Forms);
