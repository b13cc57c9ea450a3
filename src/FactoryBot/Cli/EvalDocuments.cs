using System.CommandLine;
using System.Globalization;
using FactoryBot.Skills.Documents.Evaluation;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Cli;

/// <summary>Scores the documents' answers on a set of questions.</summary>
internal static class EvalDocuments
{
    public static Command Build(CommandContext context)
    {
        var set = new Option<string>("--set") { Description = "The questions: JSON lines with id, question, answerable, gold_file, must_contain, also_ok_files.", Required = true };
        var corpus = new Option<string?>("--corpus") { Description = "A file or folder to ask instead of the tenant's documents; it is forgotten afterwards." };
        var mixed = new Option<bool>("--mixed") { Description = "Of files that differ in their ending only, take docx or pdf instead of the text." };
        var tenant = new Option<string>("--tenant") { Description = "The tenant's key.", DefaultValueFactory = _ => TenantDirectory.DemoKey };
        var verbose = new Option<bool>("--verbose") { Description = "One line for each question." };
        var command = new Command("documents", "Which share of questions is answered from the right document, and which is refused.") { set, corpus, mixed, tenant, verbose };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            var questions = File.Exists(parsed.GetValue(set)!) ? EvaluationQuestion.Read(parsed.GetValue(set)!)
                : throw new CommandException($"There is no file '{parsed.GetValue(set)}'.");
            var files = parsed.GetValue(corpus) is { } folder ? Corpus(folder, parsed.GetValue(mixed)) : null;
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(tenant)!, cancellationToken);
            var evaluate = local.Services.GetRequiredService<EvaluateDocuments>();
            var loaded = files is null ? null : await LoadAsync(context, evaluate, tenantId, files, cancellationToken);
            try
            {
                var evaluated = await evaluate.RunAsync(tenantId, loaded, questions, cancellationToken);
                if (parsed.GetValue(verbose))
                    await ListAsync(context, evaluated);
                await ReportAsync(context, evaluated);
            }
            finally
            {
                if (loaded is not null)
                    await evaluate.RemoveAsync(tenantId, loaded, CancellationToken.None);
            }

            return CommandContext.Done;
        }));
        return command;
    }

    private static List<string> Corpus(string folder, bool mixed) =>
        [.. DocumentCommands.FilesOf(folder).Select(f => f.File)
            .GroupBy(f => mixed ? Path.GetFileNameWithoutExtension(f) : f, StringComparer.Ordinal)
            .Select(g => g.OrderBy(f => ReadFile.KindOf(f) is "pdf" or "docx" ? 0 : 1).First())];

    private static async Task<string> LoadAsync(
        CommandContext context, EvaluateDocuments evaluate, Guid tenantId, List<string> files, CancellationToken cancellationToken)
    {
        var results = new Results();
        var set = await evaluate.LoadAsync(tenantId, files, results, cancellationToken);
        foreach (var failed in results.All.Where(r => r.Outcome == IntakeOutcome.Failed))
            await context.Error.WriteLineAsync($"{failed.Name}: {failed.Note}");
        await context.Output.WriteLineAsync(IntakeText.Summary(results.All));
        return set;
    }

    private static Task ListAsync(CommandContext context, IReadOnlyList<EvaluatedQuestion> evaluated) => Lines.WriteAsync(
        context,
        ["id", "held", "place", "phrases", "cites", "refused", "sure", "cover", "near", "unknown", "strength", "alike", "missing", "top"],
        evaluated.Select(e => new[]
        {
            e.Question.Id, e.Question.HeldOut ? "held" : "", e.Place?.ToString(CultureInfo.InvariantCulture) ?? "-", e.Phrases ? "yes" : "no", e.Cites ? "yes" : "no",
            e.Refused ? e.Shown ? "shown" : "yes" : "no", Number(e.Confidence), Number(e.Features.Coverage), Number(e.Features.Near), Number(e.Features.Unknown), Number(e.Features.Strength), e.Features.Likeness is { } alike ? Number(alike) : "-",
            e.Missing ?? "-",
            e.Top is [var top, ..] ? top : "",
        }));

    private static async Task ReportAsync(CommandContext context, IReadOnlyList<EvaluatedQuestion> evaluated)
    {
        (string Name, EvaluationReport Report)[] parts =
        [
            ("all", EvaluationReport.Of(evaluated)),
            ("seen", EvaluationReport.Of([.. evaluated.Where(e => !e.Question.HeldOut)])),
            ("held out", EvaluationReport.Of([.. evaluated.Where(e => e.Question.HeldOut)])),
        ];
        await Lines.WriteAsync(
            context,
            ["questions", "answerable", "recall@1", "recall@5", "recall@10", "nDCG@10", "key phrases", "at once", "characters", "passed", "helped", "gap said", "nothing shown", "unanswerable", "gap said", "nothing shown", "median ms", "p95 ms"],
            parts.Select(p => new[]
            {
                p.Name, Count(p.Report.Answerable), Percent(p.Report.First), Percent(p.Report.FirstFive), Percent(p.Report.FirstTen), Number(p.Report.Ndcg),
                Percent(p.Report.Phrases), Percent(p.Report.AtOnce), Count((int)p.Report.MedianCharacters), Percent(p.Report.Passed), Percent(p.Report.Helped), Percent(p.Report.RefusedAnswerable), Percent(p.Report.NothingAnswerable), Count(p.Report.Unanswerable),
                Percent(p.Report.RefusedUnanswerable), Percent(p.Report.NothingUnanswerable), Number(p.Report.MedianMilliseconds), Number(p.Report.P95Milliseconds),
            }));
    }

    private static string Percent(double value) => value.ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    // Not Progress<T>, which reports on another thread, perhaps after the end.
    private sealed class Results : IProgress<IntakeResult>
    {
        public List<IntakeResult> All { get; } = [];

        public void Report(IntakeResult value) => All.Add(value);
    }
}
