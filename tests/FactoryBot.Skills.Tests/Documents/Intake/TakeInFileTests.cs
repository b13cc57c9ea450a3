using System.IO.Compression;
using System.Text;
using Dapper;
using FactoryBot.Skills.Documents;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Files;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tests.Documents.Intake;

public sealed class TakeInFileTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Run_ArchiveFromTheChat_TellsHowFarItIsOnOneCardAndWhatBecameOfIt()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await host.AskAsync("how often is the coolant changed?");
        await host.AddAsync("other.md", "# Other\n\nSomething else is written here.\n");
        await host.AskAsync("how often is the coolant changed?");
        var file = await KeepAsync(host, "manuals.zip", Zip(("coolant.md", "# Coolant\n\nThe coolant is changed every week.\n"), ("broken.docx", "no zip"), ("c.md", "# C\n\nThe third page.\n")));

        await host.Make<TakeInFile>().RunAsync(new() { TenantId = DocumentsHost.Tenant, OwnerId = host.Member, OwnerName = "Olga" }, file, "conversation-1", default);

        await using var scope = await host.Database.OpenAsync(DocumentsHost.Tenant, default);
        var (version, result) = await scope.Connection.QuerySingleAsync<(int, string)>("select version, result from notices.notice where key = @key", new { key = $"documents:{file}" });
        // Begun, after the first, after the second, done, questions answered: one message all along.
        Assert.Equal(5, version);
        Assert.Contains("manuals.zip: 3 files: 2 taken in, 1 could not be read; 2 pieces. 1 open question is answered now.", result, StringComparison.Ordinal);
        Assert.Contains("manuals.zip/broken.docx: The file is damaged", result, StringComparison.Ordinal);
        Assert.Contains("AdaptiveCard", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FileThatIsGone_SaysSo()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        var file = Guid.NewGuid();

        await host.Make<TakeInFile>().RunAsync(new() { TenantId = DocumentsHost.Tenant, OwnerId = host.Member }, file, null, default);

        await using var scope = await host.Database.OpenAsync(DocumentsHost.Tenant, default);
        Assert.Contains("Send it again.", await scope.Connection.QuerySingleAsync<string>("select result from notices.notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ConverterThatTakesTooLong_IsEndedAndSaysSo()
    {
        var reader = new PdfReader(Options.Create(new DocumentsOptions()), new HurriedTime());

        var refused = await Assert.ThrowsAsync<UnreadableFileException>(() => reader.ReadAsync("%PDF-1.4\n"u8.ToArray(), default));

        Assert.Equal(IntakeFailures.TooSlow, refused.Message);
    }

    private static async Task<Guid> KeepAsync(DocumentsHost host, string name, byte[] content)
    {
        await using var scope = await host.Database.OpenAsync(DocumentsHost.Tenant, default);
        var kept = await host.Get<FileStore>().KeepAsync(scope, new(name, "application/zip", content), default);
        await scope.CommitAsync(default);
        return kept.Id;
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    /// <summary>Every time limit is over at once.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
