using System.CommandLine;

namespace FactoryBot.Cli;

internal static class ImportCommand
{
    public static Command Build(CommandContext context) => new("import", "Take data of your own in, with a reason for each row that is refused.")
    {
        ImportProduction.Build(context),
        ImportLists.Parts(context),
        ImportLists.Customers(context),
    };
}
