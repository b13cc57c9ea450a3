using System.CommandLine;

namespace FactoryBot.Cli;

internal static class MigrateCommand
{
    public static Command Build(CommandContext context)
    {
        var command = new Command("migrate", "Bring the database to the state of this version, and stop.");
        command.SetAction((_, cancellationToken) => context.RunAsync(async () =>
        {
            // The database migrates itself whenever it is started.
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            await context.Output.WriteLineAsync("The database is up to date.");
            return CommandContext.Done;
        }));
        return command;
    }
}
