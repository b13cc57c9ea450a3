using System.Text;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents;
using FactoryBot.Skills.Documents.Answers;
using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Documents.Evaluation;
using FactoryBot.Skills.Documents.Gaps;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Documents.Search;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Tests.Documents;

/// <summary>The documents skill on a database, as a host puts it together.</summary>
internal sealed class DocumentsHost : IAsyncDisposable
{
    public static readonly Guid Tenant = TenantDirectory.DemoTenant;
    private readonly ServiceProvider services;

    public DocumentsHost(FactoryDatabase database, params (string Key, string Value)[] settings)
        : this(database, null, settings)
    {
    }

    /// <param name="model">An embedding model.</param>
    public DocumentsHost(FactoryDatabase database, IEmbeddingGenerator<string, Embedding<float>>? model, params (string Key, string Value)[] settings)
        : this(database, model, _ => { }, settings)
    {
    }

    private DocumentsHost(
        FactoryDatabase database, IEmbeddingGenerator<string, Embedding<float>>? model, Action<IServiceCollection> more, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value))).Build();
        var parts = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new FakeTime(new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero)))
            .AddSingleton(_ => database).AddSingleton<Secrets>().AddFiles(configuration).AddNotices().AddDocuments(configuration);
        if (model is not null)
            parts.AddSingleton(model);
        more(parts);
        services = parts.BuildServiceProvider();
        Database = database;
    }

    /// <param name="encoder">Stands for the encoder inside the process.</param>
    public static DocumentsHost WithEncoder(FactoryDatabase database, IEmbeddingGenerator<string, Embedding<float>> encoder) =>
        new(database, null, parts => parts.AddKeyedSingleton(EmbeddingOptions.EncoderKey, encoder));

    public FactoryDatabase Database { get; }

    public Guid Member { get; } = Guid.NewGuid();

    public async Task<IntakeResult> AddAsync(string name, string text, string set = "General", Guid? tenant = null) =>
        (await AddAsync(name, Encoding.UTF8.GetBytes(text), set, tenant)).Single();

    public Task<IReadOnlyList<IntakeResult>> AddAsync(string name, byte[] content, string set = "General", Guid? tenant = null) =>
        services.GetRequiredService<AddDocuments>().RunAsync(
            new() { TenantId = tenant ?? Tenant, Set = set, OwnerName = "Olga" }, name, content, null, CancellationToken.None);

    public Task<SearchResult> SearchAsync(string question, Role role = Role.Viewer, Guid? tenant = null, string? set = null, string? kind = null) =>
        services.GetRequiredService<SearchDocuments>().RunAsync(
            question, null, new() { TenantId = tenant ?? Tenant, Role = (int)role, Set = set, Kind = kind }, CancellationToken.None);

    public Task<SkillResult> AskAsync(string question, Role role = Role.Viewer) =>
        services.GetRequiredService<AskDocuments>().AnswerAsync(Asker(role), question, CancellationToken.None);

    public Task<bool> AccountsForAsync(string sentence) =>
        services.GetRequiredService<AskDocuments>().AccountsForAsync(Asker(Role.Viewer), sentence, CancellationToken.None);

    public Task<int> ReplayGapsAsync() => services.GetRequiredService<ReplayGaps>().RunAsync(Tenant, CancellationToken.None);

    public Task<IReadOnlyList<EvaluatedQuestion>> EvaluateAsync(IReadOnlyList<EvaluationQuestion> questions) =>
        services.GetRequiredService<EvaluateDocuments>().RunAsync(Tenant, null, questions, CancellationToken.None);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>What the scheduler makes.</summary>
    public T Make<T>()
        where T : class => ActivatorUtilities.CreateInstance<T>(services);

    public Asker Asker(Role role) => new()
    {
        TenantId = Tenant, MemberId = Member, Name = "Olga", Role = role, Permissions = Permissions.Of(role), Modules = Modules.All.ToHashSet(),
        TimeZone = TimeZoneInfo.Utc, Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero), TurnId = Guid.NewGuid(),
    };

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
