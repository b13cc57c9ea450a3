using FactoryBot.Cli;
using FactoryBot.Hosting;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Tests.Api;
using FactoryBot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Tests.Cli;

/// <summary>Runs commands as a person does, on a database of its own and with an inbox that repeats what it hears.</summary>
internal sealed class Terminals(string connectionString, params (string Key, string Value)[] settings)
{
    public EchoIntake Intake { get; } = new();

    /// <summary>All of the product, with its own inbox.</summary>
    public bool Whole { get; init; }

    public async Task<(int Code, string Output, string Error)> RunAsync(string input, params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, Parts, _ => throw new InvalidOperationException("no server here"), new StringReader(input), output, error);
        return (code, output.ToString(), error.ToString());
    }

    private void Parts(IServiceCollection services, IConfiguration configuration)
    {
        configuration["ConnectionStrings:FactoryBot"] = connectionString;
        foreach (var (key, value) in settings)
            configuration[key] = value;
        if (Whole)
        {
            services.AddFactoryBot(configuration);
            return;
        }
        services.AddFactoryDatabase(configuration, typeof(CommandLine).Assembly);
        services.AddTenancy(configuration);
        services.AddMetrics(configuration);
        services.AddSingleton<ITurnIntake>(Intake);
    }
}
