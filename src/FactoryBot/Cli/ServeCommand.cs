using System.CommandLine;

namespace FactoryBot.Cli;

internal static class ServeCommand
{
    public static Command Build(CommandContext context, Func<string[], WebApplication> server)
    {
        var command = new Command("serve", "Start the server: bot endpoint, REST API, pages. Settings may follow, such as --urls http://localhost:3978.")
        {
            // Any setting of the configuration may be given here.
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(context, server, [.. parsed.UnmatchedTokens], cancellationToken));
        return command;
    }

    public static Task<int> RunAsync(
        CommandContext context, Func<string[], WebApplication> server, string[] settings, CancellationToken cancellationToken) =>
        context.RunAsync(async () =>
        {
            await using var app = server(settings);
            await app.StartAsync(cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
            return CommandContext.Done;
        });
}
