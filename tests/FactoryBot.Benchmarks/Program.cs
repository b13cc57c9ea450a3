using FactoryBot.Benchmarks.Documents;
using FactoryBot.Benchmarks.Fleet;
using FactoryBot.Benchmarks.Quotes;

namespace FactoryBot.Benchmarks;

internal static class BenchmarkProgram
{
    private static async Task Main(string[] args)
    {
        if (args is ["fleet", .. var rest])
            await FleetCommand.RunAsync(rest);
        else if (args is ["documents", .. var documents])
            await DocumentsCommand.RunAsync(documents);
        else if (args is ["quotes", .. var quotes])
            await PartsBench.RunAsync(quotes);
        else
            BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(BenchmarkProgram).Assembly).Run(args);
    }
}
