using System.Collections.Concurrent;
using System.ComponentModel;
using System.Text.Json;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Npgsql;

namespace FactoryBot.Tests.Turns;

internal sealed class ProbeSkill(FactoryDatabase database) : ISkill
{
    public string? Module => null;

    /// <summary>Holds back <c>probe_wait</c> until it is set.</summary>
    public TaskCompletionSource Gate { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Begun { get; } = new();

    [SkillFunction("probe_say", Permission = Permissions.MetricsView, Title = "Say")]
    [Description("Says the label")]
    public static Task<SkillResult> SayAsync([Description("What to say")][Slot(SlotKind.FreeText)] string label, Asker asker) =>
        Task.FromResult(Said(label, asker));

    [SkillFunction("probe_wait", Permission = Permissions.MetricsView, Title = "Wait")]
    [Description("Waits, then says the label")]
    public async Task<SkillResult> WaitAsync(
        [Description("What to say")][Slot(SlotKind.FreeText)] string label, Asker asker, CancellationToken cancellationToken)
    {
        Begun.Enqueue(label);
        await Gate.Task.WaitAsync(cancellationToken);
        return Said(label, asker);
    }

    [SkillFunction("probe_query", Permission = Permissions.MetricsView, Title = "Query")]
    [Description("Waits, then asks the database, then says the label")]
    public async Task<SkillResult> QueryAsync(
        [Description("What to say")][Slot(SlotKind.FreeText)] string label, Asker asker, CancellationToken cancellationToken)
    {
        Begun.Enqueue(label);
        await Gate.Task.WaitAsync(cancellationToken);
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        await using var command = new NpgsqlCommand("select 1", scope.Connection);
        await command.ExecuteScalarAsync(cancellationToken);
        return Said(label, asker);
    }

    [SkillFunction("probe_break", Permission = Permissions.MetricsView, Title = "Break")]
    [Description("Throws")]
    public static Task<SkillResult> BreakAsync([Description("Not used")][Slot(SlotKind.FreeText)] string label, Asker asker) =>
        throw new InvalidOperationException($"secret detail of {label} in {asker.TenantId}");

    [SkillFunction("probe_unstorable", Permission = Permissions.MetricsView, Title = "Unstorable")]
    [Description("Answers with a character that PostgreSQL stores in no text")]
    public static Task<SkillResult> UnstorableAsync([Description("Not used")][Slot(SlotKind.FreeText)] string label, Asker asker) =>
        Task.FromResult(Said(label + "\0", asker));

    [SkillFunction("probe_forbidden", Permission = "probe.nobody", Title = "Forbidden thing")]
    [Description("Nobody may")]
    public static Task<SkillResult> ForbiddenAsync([Description("Not used")][Slot(SlotKind.FreeText)] string label, Asker asker) =>
        Task.FromResult(Said(label, asker));

    [SkillFunction("probe_secret", Permission = Permissions.AnalysisQuery, Title = "Secret")]
    [Description("Says the label to those who may ask the database")]
    public static Task<SkillResult> SecretAsync([Description("What to say")][Slot(SlotKind.FreeText)] string label, Asker asker) =>
        Task.FromResult(Said(label, asker));

    [SkillFunction("probe_query_rows", Permission = Permissions.MetricsView, Title = "Rows")]
    [Description("Finds rows that only owners see")]
    public static Task<SkillResult> RowsAsync([Description("Not used")][Slot(SlotKind.FreeText)] string label, Asker asker) => Task.FromResult(
        asker.Role == Role.Owner ? Said("rows of " + asker.Name, asker) : SkillResult.No(ResultStatus.NoRows, $"There are no rows of {label}."));

    [SkillFunction("probe_decide", Permission = Permissions.MetricsView, Title = "Decide", ButtonOnly = true)]
    [Description("What only a button does")]
    public static Task<SkillResult> DecideAsync([Description("What to say")][Slot(SlotKind.FreeText)] string label, Asker asker) =>
        Task.FromResult(Said("decided " + label, asker));

    [SkillFunction("probe_change", Permission = Permissions.UsersManage, Title = "Change")]
    [Description("Says whether the message that asks for it is stored already")]
    public async Task<SkillResult> ChangeAsync(
        [Description("Not used")][Slot(SlotKind.FreeText)] string label, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        await using var command = new NpgsqlCommand("select exists (select from turns.turn where turn_id = $1)", scope.Connection);
        command.Parameters.Add(new() { Value = asker.TurnId });
        return Said($"{label} {((bool)(await command.ExecuteScalarAsync(cancellationToken))! ? "stored" : "unknown")}", asker);
    }

    [SkillFunction("probe_files", Permission = Permissions.MetricsView, Title = "Files")]
    [Description("Names the files of the message and of the one before")]
    public static Task<SkillResult> FilesAsync([Description("Not used")][Slot(SlotKind.FreeText)] string label, Asker asker) => Task.FromResult(Said(
        $"{label}: {string.Join(',', asker.Files.Select(f => $"{f.Name} {f.Size}"))}; earlier {string.Join(',', asker.EarlierFiles.Select(f => f.Name))}",
        asker));

    [SkillFunction("probe_table", Permission = Permissions.MetricsView, Title = "Table")]
    [Description("Answers with two machines and their scrap")]
    public static Task<SkillResult> TableAsync([Description("The title")][Slot(SlotKind.FreeText)] string label, Asker asker) => Task.FromResult(Said(label, asker) with
    {
        Data = JsonSerializer.SerializeToElement(new { mark = label.StartsWith("Draft", StringComparison.Ordinal) ? "DRAFT" : null, scrapRate = 0.042, machines = new[] { new { name = "CNC-001", scrap = 141 }, new { name = "=1+1", scrap = 204 } } }),
        Card = new() { Body = [TextBlock.Of(label)] },
    });

    private static SkillResult Said(string label, Asker asker) =>
        new() { Status = ResultStatus.Answered, Text = label + (asker.Name.Length == 0 ? "?" : "") };
}
