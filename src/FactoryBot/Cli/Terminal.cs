using Spectre.Console;

namespace FactoryBot.Cli;

/// <summary>The console of a command: as wide as the window, or a width of its own in a pipe.</summary>
internal static class Terminal
{
    private const int WidthOfPipe = 100;

    public static IAnsiConsole Of(CommandContext context)
    {
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(context.Output),
            Ansi = context.IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = context.IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = context.IsInteractive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!context.IsInteractive)
            console.Profile.Width = WidthOfPipe;
        return console;
    }
}
