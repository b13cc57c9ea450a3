using System.CommandLine;
using System.Globalization;
using FactoryBot.Skills.Analysis.Evaluation;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Cli;

/// <summary>Scores the answers about a database on a set of questions.</summary>
internal static class EvalAnalysis
{
    public static Command Build(CommandContext context)
    {
        var set = new Option<FileInfo>("--set") { Description = "Questions with gold SQL, one JSON object a line.", Required = true };
        var connection = new Option<string>("--connection") { Description = "The PostgreSQL database they are about; it is only read.", Required = true };
        var model = new Option<FileInfo?>("--model") { Description = "A semantic model file over the drafted model." };
        var schemas = new Option<string[]>("--schema") { Description = "Only this schema; may be given several times.", AllowMultipleArgumentsPerToken = true };
        var verbose = new Option<bool>("--verbose") { Description = "Show every question that was not answered rightly." };
        var kinds = new Option<bool>("--kinds") { Description = "Show of every wrong answer only in what it differs, for sets that are kept unread." };
        var withModel = new Option<bool>("--with-model") { Description = "Ask through the planner with the configured language model (OpenAI:Model) instead of the built-in parser alone." };
        var tenant = new Option<string>("--tenant") { Description = "With a model: the key of the tenant to which the database is connected meanwhile.", DefaultValueFactory = _ => TenantDirectory.DemoKey };
        var command = new Command("analysis", "Questions of a database: right, wrong, asked back, refused, by difficulty.") { set, connection, model, schemas, verbose, kinds, withModel, tenant };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            var file = parsed.GetValue(set)!;
            if (!file.Exists)
                throw new CommandException($"There is no file {file.FullName}.");
            var questions = await SetQuestion.ReadAsync(file.FullName, cancellationToken);
            var (database, only, yaml) = (parsed.GetValue(connection)!, parsed.GetValue(schemas) ?? [], parsed.GetValue(model)?.FullName);
            var evaluated = parsed.GetValue(withModel)
                ? await WithModelAsync(context, parsed.GetValue(tenant)!, (evaluate, token) => evaluate.RunAsync(questions, database, only, yaml, token), cancellationToken)
                : await new EvaluateSet(TimeProvider.System).RunAsync(questions, database, only, yaml, cancellationToken);
            if (parsed.GetValue(verbose))
            {
                foreach (var one in evaluated.Where(e => e.Outcome != Outcome.Right))
                    await context.Output.WriteLineAsync($"{one.Question.Id} {one.Outcome}: {one.Question.Question}\n    {one.Note.ReplaceLineEndings("\n    ")}");
            }

            if (parsed.GetValue(kinds))
            {
                foreach (var kind in evaluated.Where(e => e.Outcome == Outcome.Wrong).GroupBy(e => e.Kind ?? "not accepted by the database"))
                    await context.Output.WriteLineAsync($"wrong, {kind.Key}: {kind.Count().ToString(CultureInfo.InvariantCulture)}");
            }

            await Lines.WriteAsync(context, ["difficulty", "questions", "right", "wrong", "asked back", "refused"],
                [.. evaluated.GroupBy(e => e.Question.Difficulty).OrderBy(g => g.Key).Select(g => Row(g.Key.ToString(CultureInfo.InvariantCulture), [.. g])), Row("all", evaluated)]);
            var times = evaluated.Select(e => e.Milliseconds).Order().ToList();
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{(parsed.GetValue(withModel) ? "answered" : "parsed and compiled")}: median {times[times.Count / 2]:0.00} ms, most {times[^1]:0.00} ms"));
            return CommandContext.Done;
        }));
        return command;
    }

    private static async Task<IReadOnlyList<Evaluated>> WithModelAsync(
        CommandContext context, string tenant, Func<EvalWithModel, CancellationToken, Task<IReadOnlyList<Evaluated>>> run, CancellationToken cancellationToken)
    {
        await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
        var evaluate = new EvalWithModel(local.Services, await Tenants.FindAsync(local.Services, tenant, cancellationToken));
        var evaluated = await run(evaluate, cancellationToken);
        await context.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"with a model: {evaluate.TokensIn:N0} tokens read, {evaluate.TokensOut:N0} written; the built-in planner stood in for {evaluate.WithoutModel} of {evaluated.Count} questions"));
        return evaluated;
    }

    private static string[] Row(string name, IReadOnlyList<Evaluated> of)
    {
        return [name, of.Count.ToString(CultureInfo.InvariantCulture), Share(Outcome.Right), Share(Outcome.Wrong), Share(Outcome.AskedBack), Share(Outcome.Refused)];

        string Share(Outcome outcome) => of.Count(e => e.Outcome == outcome) is var count
            ? string.Create(CultureInfo.InvariantCulture, $"{count} ({100.0 * count / of.Count:0} %)") : "";
    }
}
