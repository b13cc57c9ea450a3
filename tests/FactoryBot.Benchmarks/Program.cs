using FactoryBot.Benchmarks.Fleet;

namespace FactoryBot.Benchmarks;

internal static class BenchmarkProgram
{
    private static async Task Main(string[] args)
    {
        if (args is ["fleet", .. var rest])
            await FleetCommand.RunAsync(rest);
        else
            BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(BenchmarkProgram).Assembly).Run(args);
    }
}
