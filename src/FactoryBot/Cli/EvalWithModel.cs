using System.Globalization;
using System.Text.Json;
using FactoryBot.Planning;
using FactoryBot.Skills.Analysis.Evaluation;
using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Relevance;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Npgsql;

namespace FactoryBot.Cli;

/// <summary>The same questions through the whole planner with the configured language model, on the database as a source of a tenant's own; it is
/// connected for this and forgotten afterwards.</summary>
internal sealed class EvalWithModel(IServiceProvider services, Guid tenantId)
{
    private const string Source = "evaluation";

    private readonly Planner planner = services.GetRequiredService<Planner>();
    private readonly QueryStore queries = services.GetRequiredService<QueryStore>();
    private readonly TimeProvider time = services.GetRequiredService<TimeProvider>();

    public long TokensIn { get; private set; }
    public long TokensOut { get; private set; }

    /// <summary>Questions for which the built-in planner stood in.</summary>
    public int WithoutModel { get; private set; }

    public async Task<IReadOnlyList<Evaluated>> RunAsync(
        IReadOnlyList<SetQuestion> questions, string connection, IReadOnlyList<string> schemas, string? model, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<PlannerClients>().Model is null)
            throw new CommandException("No language model is configured: set OpenAI:Model, and OpenAI:ApiKey or OpenAI:Endpoint.");
        var (source, problem) = await services.GetRequiredService<ConnectSource>().AddAsync(
            tenantId, Source, connection, schemas, [], RoleNames.Stored(Role.Viewer), model is null ? null : await File.ReadAllTextAsync(model, cancellationToken), cancellationToken);
        if (source is null)
            throw new CommandException(problem!);
        try
        {
            await services.GetRequiredService<RefreshElements>().RunAsync(tenantId, cancellationToken);
            await using var data = NpgsqlDataSource.Create(connection);
            var evaluated = new List<Evaluated>();
            foreach (var question in questions)
                evaluated.Add(await OneAsync(question, new(data), cancellationToken));
            return evaluated;
        }
        finally
        {
            await services.GetRequiredService<SourceStore>().RemoveAsync(tenantId, Source, CancellationToken.None);
        }
    }

    private async Task<Evaluated> OneAsync(SetQuestion question, EvaluationStore store, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var answer = await planner.AnswerAsync(new() { Asker = Asker(question), Text = $"{question.Question.TrimEnd(' ', '.', '?')} in source {Source}?" }, cancellationToken);
        var milliseconds = time.GetElapsedTime(started).TotalMilliseconds;
        TokensIn += answer.TokensIn;
        TokensOut += answer.TokensOut;
        WithoutModel += answer.ByModel ? 0 : 1;
        if (answer.Result.Status is not (ResultStatus.Answered or ResultStatus.NoRows))
            return new(question, question.Declined ? Outcome.Right : answer.Result.Status == ResultStatus.Clarify ? Outcome.AskedBack : Outcome.Refused, answer.Result.Text, milliseconds);
        if (question.Declined)
            return new(question, Outcome.Wrong, answer.Result.Text, milliseconds) { Kind = "answered what should be declined" };
        if (answer.Result.Data is not { } found || QueryId(found) is not { } id || await queries.FindAsync(tenantId, id, null, cancellationToken) is not { } query)
            return new(question, Outcome.Wrong, $"no query: {answer.Result.Text}", milliseconds) { Kind = "answered by another function" };
        var (wanted, got) = (await store.RowsAsync(question.GoldSql!, cancellationToken), await store.RowsAsync(query.Sql, cancellationToken));
        return ResultComparison.Same(wanted, got, question.OrderMatters)
            ? new(question, Outcome.Right, query.Sql, milliseconds)
            : new(question, Outcome.Wrong, string.Create(CultureInfo.InvariantCulture, $"{query.Sql}\n-- {got.Count} rows, wanted {wanted.Count}"), milliseconds)
            {
                Kind = DifferenceKinds.Of(question.GoldSql!, query.Sql, wanted.Count, got.Count),
            };
    }

    // Of several queries the last is the one that the words are about.
    private static Guid? QueryId(JsonElement data) => data.ValueKind == JsonValueKind.Array
        ? data.EnumerateArray().Select(QueryId).LastOrDefault(id => id is not null)
        : data.ValueKind == JsonValueKind.Object && data.TryGetProperty("query_id", out var id) && id.TryGetGuid(out var found) ? found : null;

    private Asker Asker(SetQuestion question) => new()
    {
        TenantId = tenantId, MemberId = Guid.CreateVersion7(time.GetUtcNow()), Name = Source, Role = Role.Analyst, Permissions = Permissions.Of(Role.Analyst), Modules = new HashSet<string> { Modules.Analysis },
        TimeZone = TimeZoneInfo.Utc, Now = question.Today is { } day ? new(day, new(12, 0), TimeSpan.Zero) : time.GetUtcNow(), TurnId = Guid.CreateVersion7(time.GetUtcNow()),
    };
}
