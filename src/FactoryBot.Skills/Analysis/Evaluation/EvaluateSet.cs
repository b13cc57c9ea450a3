using System.Diagnostics;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;
using Npgsql;

namespace FactoryBot.Skills.Analysis.Evaluation;

internal enum Outcome
{
    Right,
    Wrong,
    AskedBack,
    Refused,
}

/// <param name="Note">What was asked back or why not; for a wrong answer the SQL.</param>
internal sealed record Evaluated(SetQuestion Question, Outcome Outcome, string Note, double Milliseconds)
{
    /// <summary>What kind of difference a wrong answer has; says nothing of the question.</summary>
    public string? Kind { get; init; }
}

/// <summary>Asks every question of a set and sets the answers beside those of the set's own statements.</summary>
internal sealed class EvaluateSet(TimeProvider time)
{
    /// <param name="modelFile">YAML over the drafted model; null for the draft alone.</param>
    public async Task<IReadOnlyList<Evaluated>> RunAsync(
        IReadOnlyList<SetQuestion> questions, string connection, IReadOnlyList<string> schemas, string? modelFile, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var store = new EvaluationStore(source);
        await using var reading = await source.OpenConnectionAsync(cancellationToken);
        var model = DraftModel.Of("evaluation", await CatalogStore.ReadAsync(reading, schemas, cancellationToken));
        if (modelFile is not null)
            model = ModelFile.Over(model, await File.ReadAllTextAsync(modelFile, cancellationToken));
        var lexicon = new SchemaLexicon(model);
        var evaluated = new List<Evaluated>();
        foreach (var question in questions)
            evaluated.Add(await OneAsync(question, lexicon, store, cancellationToken));
        return evaluated;
    }

    private async Task<Evaluated> OneAsync(SetQuestion question, SchemaLexicon lexicon, EvaluationStore store, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var reading = Reader.Read(question.Question, lexicon, question.Today ?? DateOnly.FromDateTime(time.GetUtcNow().Date));
        string? sql = null;
        try
        {
            sql = reading.Query is null ? null : CompileQuery.Of(reading.Query, lexicon.Model).Sql;
        }
        catch (QueryException e)
        {
            reading = reading with { Query = null, Declined = e.Message };
        }

        var milliseconds = time.GetElapsedTime(started).TotalMilliseconds;
        if (sql is null)
        {
            var note = reading.Declined ?? (reading.Ambiguous is { } a ? $"which {a.Words}? {string.Join(" | ", a.Choices.Select(c => c.Title))}" : $"not understood: {string.Join(", ", reading.Unknown)}");
            return new(question, question.Declined ? Outcome.Right : reading.Ambiguous is not null ? Outcome.AskedBack : Outcome.Refused, note, milliseconds);
        }

        if (question.Declined)
            return new(question, Outcome.Wrong, sql, milliseconds) { Kind = "answered what should be declined" };
        try
        {
            var found = await store.RowsAsync(sql, cancellationToken);
            var wanted = await store.RowsAsync(question.GoldSql!, cancellationToken);
            return ResultComparison.Same(wanted, found, question.OrderMatters)
                ? new(question, Outcome.Right, sql, milliseconds)
                : new(question, Outcome.Wrong, $"{sql}\n-- {found.Count} rows, wanted {wanted.Count}", milliseconds) { Kind = DifferenceKinds.Of(question.GoldSql!, sql, wanted.Count, found.Count) };
        }
        catch (PostgresException e)
        {
            return new(question, Outcome.Wrong, $"{e.MessageText}: {sql}", milliseconds);
        }
    }
}
