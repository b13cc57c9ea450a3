using System.CommandLine;

namespace FactoryBot.Cli;

internal static class ChatCommand
{
    public static Command Build(CommandContext context)
    {
        var options = new AskOptions();
        var command = new Command("chat", "Talk to FactoryBot here. A number presses a button; help and quit say what they do.");
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, parsed.GetValue(options.Now), cancellationToken);
            var conversation = await LocalAsker.OpenAsync(local.Services, parsed, options, cancellationToken);
            await new TerminalChat(context, local.Services, conversation, new(local.Services, conversation)).RunAsync(cancellationToken);
            return CommandContext.Done;
        }));
        return command;
    }
}
