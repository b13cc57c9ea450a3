using System.Globalization;
using FactoryBot.Channels.Terminal;
using FactoryBot.Turns;
using Spectre.Console;

namespace FactoryBot.Cli;

/// <summary>The chat at the terminal: a line in, an answer out, until the person or the pipe ends.</summary>
internal sealed class TerminalChat(CommandContext context, IServiceProvider services, TerminalConversation conversation, TerminalNews news)
{
    private const string Prompt = "> ";

    private readonly IAnsiConsole console = Terminal.Of(context);
    private readonly LineEditor editor = new(Prompt);
    private IReadOnlyList<TerminalButton> buttons = [];
    private Guid lastTurn;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<TerminalChannel>().Listen(new(conversation.ConversationId, Show));
        if (context.IsInteractive)
            console.MarkupLine("[bold]FactoryBot[/] – ask about the plant; [aqua]help[/] shows what you can ask, [aqua]quit[/] ends. [aqua]+1[/] or [aqua]-1 and why[/] rates an answer.");
        await TellAsync(cancellationToken);
        while (await ReadAsync(cancellationToken) is { } line)
        {
            var text = line.Trim();
            if (text.Length == 0)
                continue;
            if (text.ToUpperInvariant() is "QUIT" or "EXIT" or "BYE" or "/QUIT")
                return;
            await AnswerAsync(text, cancellationToken);
            await TellAsync(cancellationToken);
        }
    }

    /// <summary>What came for this person meanwhile, such as that their quote was approved.</summary>
    private async Task TellAsync(CancellationToken cancellationToken)
    {
        foreach (var told in await news.CollectAsync(cancellationToken))
        {
            console.Profile.Out.Writer.WriteLine("For you:");
            Show(new() { TurnId = lastTurn, Result = told });
        }
    }

    /// <summary>The press with what the card asks for.</summary>
    private async Task<CardPress?> FilledAsync(TerminalButton button, CancellationToken cancellationToken)
    {
        if (button.Asks.Count == 0)
            return button.Press;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ask in button.Asks)
        {
            console.Profile.Out.Writer.WriteLine($"{ask.Label}{(ask.Placeholder is { Length: > 0 } whom ? $" ({whom.ToLowerInvariant()})" : "")}, or just Enter:");
            if (await ReadAsync(cancellationToken) is { } line && line.Trim() is { Length: > 0 } typed)
                fields[ask.Id!] = typed;
        }

        return button.With(fields);
    }

    private async Task AnswerAsync(string text, CancellationToken cancellationToken)
    {
        var pressed = Pressed(text);
        if (pressed is { Say: { } say })
            console.Profile.Out.Writer.WriteLine(Prompt + say);
        var opinion = lastTurn == default ? null : TerminalOpinion.Of(text, lastTurn);
        var press = opinion is not null || pressed is null ? opinion : await FilledAsync(pressed, cancellationToken);
        Task<OutboundReply> Ask() => conversation.SayAsync(opinion is not null ? null : pressed is null ? text : pressed.Say, press, cancellationToken);
        try
        {
            Show(context.IsInteractive
                ? await console.Status().Spinner(Spinner.Known.Dots).StartAsync("FactoryBot is typing", _ => Ask())
                : await Ask());
        }
        catch (CommandException e)
        {
            // The chat goes on: the next question may be answered.
            console.Profile.Out.Writer.WriteLine(e.Message);
        }
    }

    private TerminalButton? Pressed(string text) =>
        int.TryParse(text.TrimEnd(')', '.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= buttons.Count
            ? buttons[number - 1]
            : null;

    private void Show(OutboundReply reply)
    {
        buttons = TerminalButton.Of(reply.Result);
        lastTurn = reply.TurnId;
        TerminalAnswer.Print(console, reply, buttons, plain: !context.IsInteractive);
        console.Profile.Out.Writer.WriteLine();
    }

    private async Task<string?> ReadAsync(CancellationToken cancellationToken) =>
        context.IsInteractive && !Console.IsInputRedirected
            ? await Task.Run(editor.Read, cancellationToken).WaitAsync(cancellationToken)
            : await context.Input.ReadLineAsync(cancellationToken);
}
