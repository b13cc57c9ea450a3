using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Notices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FactoryBot.Benchmarks.Documents;

/// <summary><c>documents search FOLDER PIECES</c>: three tenants with 1, 10 and 90 percent of the pieces; <c>documents intake FOLDER PAGES [FILES]</c>, the last a folder of files of one's own.</summary>
internal static class DocumentsCommand
{
    public static async Task RunAsync(string[] args)
    {
        var count = int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture);
        await using var database = await FactoryDatabase.StartAsync(
            new() { DataFolder = args[1], SharedBuffersMb = 1_024, StatementSeconds = 900 }, null, [typeof(FactoryDatabase).Assembly], NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);
        var configuration = new ConfigurationBuilder().Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddSingleton(_ => database).AddSingleton<Secrets>().AddFiles(configuration).AddNotices().AddDocuments(configuration).BuildServiceProvider();
        if (args[0] == "search")
            await new SearchBench(database, services).RunAsync(count);
        else
            await IntakeAsync(new(services, ProcessorTime.Of(args[1])), count, args.ElementAtOrDefault(3));
    }

    private static async Task IntakeAsync(IntakeBench bench, int pages, string? files)
    {
        await bench.RunAsync(pages);
        if (files is not null)
            await bench.RunAsync(files);
    }
}
