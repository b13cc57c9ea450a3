using System.CommandLine;

namespace FactoryBot.Cli;

/// <summary>Measures a skill against a set of questions with known answers.</summary>
internal static class EvalCommand
{
    public static Command Build(CommandContext context) => new("eval", "Measure a skill against a set with known answers.")
    {
        EvalAnalysis.Build(context),
        EvalDocuments.Build(context),
        EvalQuotes.Build(context),
    };
}
