using System.Globalization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using FactoryBot.Turns;
using Spectre.Console;

namespace FactoryBot.Channels.Terminal;

/// <summary>Prints an answer: words, card, warnings, proof, buttons by number.</summary>
internal static class TerminalAnswer
{
    public static void Print(IAnsiConsole console, OutboundReply reply, IReadOnlyList<TerminalButton> buttons, bool plain)
    {
        var result = reply.Result;
        var card = result.Card is null ? null : CardPlainText.Of(result.Card);
        if (card?.Contains(result.Text, StringComparison.Ordinal) != true)
            Line(console, result.Text, plain, Color(result.Status));
        if (card is not null && plain)
            console.Profile.Out.Writer.WriteLine(card);
        else if (result.Card is not null)
            console.Write(CardView.Of(result.Card, console.Profile.Width));
        foreach (var warning in result.Warnings.Where(w => card?.Contains(w, StringComparison.Ordinal) != true))
            Line(console, "! " + warning, plain, new(foreground: Spectre.Console.Color.Yellow));
        foreach (var source in result.Sources)
            Line(console, $"[{source.Number.ToString(CultureInfo.InvariantCulture)}] {source.Title} {source.Url}".TrimEnd(), plain, Style.Plain);
        // A card that names the query has the proof on it.
        if (result.Proof is { } proof && card?.Contains(proof.QueryId, StringComparison.Ordinal) != true)
            Line(console, proof.ToString(), plain, new(decoration: Decoration.Dim));
        if (AnswerWords.MadeBy(reply) is { } made)
            Line(console, made, plain, new(decoration: Decoration.Italic));
        for (var i = 0; i < buttons.Count; i++)
            Line(console, string.Create(CultureInfo.InvariantCulture, $"  {i + 1}) {Label(buttons[i])}"), plain, new(foreground: Spectre.Console.Color.Aqua));
    }

    private static string Label(TerminalButton button) =>
        button.Say is { } say && !say.Equals(button.Title, StringComparison.OrdinalIgnoreCase) ? $"{button.Title} – {say}" : button.Title;

    private static void Line(IAnsiConsole console, string text, bool plain, Style style)
    {
        if (plain)
            console.Profile.Out.Writer.WriteLine(text);
        else
            console.Write(new Rows(new Text(text, style)));
    }

    private static Style Color(ResultStatus status) => status switch
    {
        ResultStatus.Answered => new(decoration: Decoration.Bold),
        ResultStatus.Failed => new(foreground: Spectre.Console.Color.Red),
        _ => new(foreground: Spectre.Console.Color.Yellow),
    };
}
