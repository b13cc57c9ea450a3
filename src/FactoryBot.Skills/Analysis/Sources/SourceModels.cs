using System.Collections.Concurrent;
using System.Globalization;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FactoryBot.Skills.Analysis.Sources;

/// <summary>The sources that an asker may use, read and ready. What was read is kept until the data changes or some minutes have passed.</summary>
internal sealed class SourceModels(
    FactoryDatabase database, SourceStore store, Secrets secrets, IOptions<AnalysisOptions> options, TimeProvider time, ILogger<SourceModels> log) : IAsyncDisposable
{
    public const string Plant = "plant";
    public const string Sample = "sample";
    public const string Purpose = "analysis source";
    private const int MostKept = 200;

    private static readonly string[] PlantTables =
    [
        "plant.dim_site", "plant.dim_line", "plant.dim_line_type", "plant.dim_machine", "plant.dim_shift", "plant.dim_product", "plant.dim_stop_reason",
        "plant.dim_defect_type", "plant.dim_job_status", "plant.work_order", "plant.fact_production", "plant.fact_production_stop", "plant.fact_unit_count",
        "plant.fact_quality_issue",
    ];

    private readonly ConcurrentDictionary<(Guid Tenant, string Name), Kept> kept = new();
    private readonly ConcurrentDictionary<string, NpgsqlDataSource> pools = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<OpenSource>> ForAsync(Asker asker, CancellationToken cancellationToken) => ForAsync(asker.TenantId, asker.Role, cancellationToken);

    /// <summary>Every source of a tenant, for what runs in nobody's name.</summary>
    public Task<IReadOnlyList<OpenSource>> AllAsync(Guid tenantId, CancellationToken cancellationToken) => ForAsync(tenantId, Role.Owner, cancellationToken);

    private async Task<IReadOnlyList<OpenSource>> ForAsync(Guid tenantId, Role role, CancellationToken cancellationToken)
    {
        var open = new List<OpenSource>();
        foreach (var stored in await store.AllAsync(tenantId, cancellationToken))
        {
            if (role >= (RoleNames.Read(stored.LowestRole) ?? Role.Owner) && await ConnectedAsync(tenantId, stored, cancellationToken) is { } connected)
                open.Add(connected);
        }

        if (!database.AnalystConfined)
            return open;
        if (await store.PlantAsync(tenantId, cancellationToken) is { } load)
            open.Add(await PlantAsync(tenantId, load.Version, load.LoadedAt, cancellationToken));
        open.Add(await SampleAsync(cancellationToken));
        return open;
    }

    /// <summary>Reads a source that is about to be added, so that a wrong connection is found then and not at the first question.</summary>
    public async Task<OpenSource> TryAsync(Guid tenantId, StoredSource stored, CancellationToken cancellationToken)
    {
        kept.TryRemove((tenantId, stored.Name), out _);
        return await OpenAsync(tenantId, stored, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in pools.Values)
            await pool.DisposeAsync();
    }

    private async Task<OpenSource?> ConnectedAsync(Guid tenantId, StoredSource stored, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(tenantId, stored, cancellationToken);
        }
        catch (Exception e) when (e is NpgsqlException or Query.QueryException or TimeoutException or ArgumentException)
        {
            // One database that is away must not take the others with it.
            AnalysisLog.SourceAway(log, e, tenantId, stored.Name);
            return null;
        }
    }

    private Task<OpenSource> OpenAsync(Guid tenantId, StoredSource stored, CancellationToken cancellationToken) =>
        KeptAsync(tenantId, stored.Name, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(stored.Secret))[..12] + stored.Model?.GetHashCode(StringComparison.Ordinal), async () =>
        {
            var connection = secrets.Open(Purpose, stored.Secret) ?? throw new Query.QueryException("The connection was sealed with another key.");
            var pool = pools.GetOrAdd(connection, Pool);
            await using var reading = await pool.OpenConnectionAsync(cancellationToken);
            var catalog = await CatalogStore.ReadAsync(reading, stored.Schemas, cancellationToken);
            if (stored.Tables.Length > 0)
                catalog = catalog with { Tables = [.. catalog.Tables.Where(t => stored.Tables.Contains(t.Name) || stored.Tables.Contains($"{t.Schema}.{t.Name}"))] };
            var model = DraftModel.Of(stored.Name, catalog);
            model = stored.Model is { } yaml ? ModelFile.Over(model, yaml) : model;
            return new() { Name = stored.Name, Title = stored.Name, Data = pool, Lexicon = new(model), DataVersion = ReadAt() };
        });

    private Task<OpenSource> PlantAsync(Guid tenantId, long version, DateTimeOffset loadedAt, CancellationToken cancellationToken) =>
        KeptAsync(tenantId, Plant, version.ToString(CultureInfo.InvariantCulture), async () =>
        {
            await using var connection = await database.Analyst.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await CatalogStore.EnterAsync(connection, tenantId, cancellationToken);
            var model = DraftModel.Of(Plant, await CatalogStore.ReadAsync(connection, ["reading"], cancellationToken));
            return new()
            {
                Name = Plant, Title = "the plant", Data = database.Analyst, TenantId = tenantId, LoadedAt = loadedAt,
                Lexicon = new(ModelFile.Over(model, PlantModel())), DataVersion = version.ToString(CultureInfo.InvariantCulture),
                Behind = PlantTables.ToHashSet(StringComparer.Ordinal),
            };
        });

    private Task<OpenSource> SampleAsync(CancellationToken cancellationToken) =>
        KeptAsync(Guid.Empty, Sample, "1", async () =>
        {
            await using var connection = await database.Analyst.OpenConnectionAsync(cancellationToken);
            var model = DraftModel.Of(Sample, await CatalogStore.ReadAsync(connection, ["sales"], cancellationToken));
            return new() { Name = Sample, Title = "the sample shop", Data = database.Analyst, Lexicon = new(model), DataVersion = "1" };
        });

    private async Task<OpenSource> KeptAsync(Guid tenantId, string name, string version, Func<Task<OpenSource>> read)
    {
        if (kept.TryGetValue((tenantId, name), out var entry) && entry.Version == version && time.GetElapsedTime(entry.ReadAt).TotalSeconds <= options.Value.ModelMaxAgeSeconds)
            return entry.Source;
        var started = time.GetTimestamp();
        var source = await read();
        if (kept.Count >= MostKept)
            kept.Clear();
        kept[(tenantId, name)] = new(source, version, started);
        AnalysisLog.ModelRead(log, tenantId, name, source.Model.Entities.Count, time.GetElapsedTime(started).TotalMilliseconds);
        return source;
    }

    // Nobody announces what changes in a foreign database: an answer from it is kept for one minute.
    private string ReadAt() => time.GetUtcNow().ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    private static NpgsqlDataSource Pool(string connection) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection)
    {
        ApplicationName = "factorybot analysis", MaxPoolSize = 5, MinPoolSize = 0, Timeout = 10, Enlist = false,
    }.ConnectionString);

    private static string PlantModel()
    {
        using var stream = typeof(SourceModels).Assembly.GetManifestResourceStream("Analysis/plant.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record Kept(OpenSource Source, string Version, long ReadAt);
}
