using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using FactoryBot.Channels.Teams.Package;

namespace FactoryBot.Cli;

/// <summary>The commands of <c>factorybot</c>. Without one it serves.</summary>
public static class CommandLine
{
    /// <param name="parts">Registers what answers questions; no doors to it.</param>
    /// <param name="server">Builds the server with all its doors.</param>
    /// <returns>The exit code: 0 when the command did its work, whatever the answer; 1 otherwise, with one sentence on stderr.</returns>
    public static Task<int> RunAsync(
        string[] args, Action<IServiceCollection, IConfiguration> parts, Func<string[], WebApplication> server) =>
        RunAsync(args, parts, server, Console.In, Console.Out, Console.Error);

    internal static async Task<int> RunAsync(
        string[] args,
        Action<IServiceCollection, IConfiguration> parts,
        Func<string[], WebApplication> server,
        TextReader input,
        TextWriter output,
        TextWriter error)
    {
        var context = new CommandContext(parts, input, output, error);
        var root = new RootCommand(
            """
            FactoryBot answers questions about the plant, with proof.

            Examples:
              factorybot                                        start the server
              factorybot chat                                   talk to it here
              factorybot ask "What was the OEE of Assembly-001 last week?"
              factorybot ask "and the week before?" --conversation 1 --json
              factorybot demo --days 60 --end 2026-11-20        load the demo plant again
            """)
        {
            ServeCommand.Build(context, server),
            ChatCommand.Build(context),
            AskCommand.Build(context),
            DemoCommand.Build(context),
            ImportCommand.Build(context),
            DataCommand.Build(context),
            MigrateCommand.Build(context),
            TeamsPackageCommand.Build(),
            TenantCommands.Build(context),
            KeyCommands.Build(context),
            AuditCommand.Build(context),
            DocumentCommands.Build(context),
            EvalCommand.Build(context),
            SourceCommands.Build(context),
            MetricsCommand.Build(context),
            QuoteCommands.Build(context),
        };
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(context, server, [], cancellationToken));
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            // Stopping the private database takes its time; nobody is to be cut off while it does.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0 || parsed.Action is HelpAction)
            return await parsed.InvokeAsync(configuration);
        return await context.FailAsync($"{Wrong(parsed)} '{Path(parsed.CommandResult)} --help' shows how it is used.");
    }

    private static string Wrong(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        // A word that is no subcommand is reported twice, and the missing subcommand is the smaller part of it.
        return command.Action is null && command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0
            ? $"'{Path(parsed.CommandResult)}' needs one of these behind it: {string.Join(", ", command.Subcommands.Select(c => c.Name))}."
            : parsed.Errors[^1].Message;
    }

    private static string Path(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : "factorybot";
}
