using System.CommandLine;
using FactoryBot.Skills.Quotes.Evaluation;

namespace FactoryBot.Cli;

/// <summary>Scores the reading of requests for quotation on a set of them.</summary>
internal static class EvalQuotes
{
    public static Command Build(CommandContext context)
    {
        var set = new Option<FileInfo>("--set") { Description = "Requests with their right lines, one JSON object in each line.", Required = true };
        var catalogue = new Option<FileInfo>("--catalogue") { Description = "The list of parts, CSV or XLSX. Nothing of it is kept.", Required = true };
        var heldOut = new Option<bool>("--held-out") { Description = "Only every third request, which nobody tunes to; its failures are not printed. Otherwise the other two thirds." };
        var command = new Command("quotes", "Read and match requests for quotation, without a language model.") { set, catalogue, heldOut };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            foreach (var file in new[] { parsed.GetValue(set)!, parsed.GetValue(catalogue)! })
            {
                if (!file.Exists)
                    throw new CommandException($"There is no file {file.FullName}.");
            }

            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var unseen = parsed.GetValue(heldOut);
            var report = await local.Services.GetRequiredService<EvaluateQuotes>().RunAsync(
                parsed.GetValue(set)!.FullName, parsed.GetValue(catalogue)!.FullName, unseen, cancellationToken);
            foreach (var failure in unseen ? [] : report.Failures)
                await context.Output.WriteLineAsync(failure);
            await context.Output.WriteLineAsync(report.Summary(unseen ? "held out" : "in sight"));
            await context.Output.WriteLineAsync(report.Speed());
            return CommandContext.Done;
        }));
        return command;
    }
}
