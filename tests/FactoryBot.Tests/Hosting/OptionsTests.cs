using FactoryBot.Hosting;
using FactoryBot.Skills.Database;
using FactoryBot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactoryBot.Tests.Hosting;

public sealed class OptionsTests
{
    /// <summary>Options are set once, when they are bound: a binder that can't set them would leave every default in silence.</summary>
    [Fact]
    public void ASetting_ReachesItsOptions()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Database:DataFolder", "/somewhere"), new("Database:StatementSeconds", "7"), new("FirstStart:Demo", "false"), new("Turns:SettleSeconds", "11"),
        ]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddFactoryBot(configuration).BuildServiceProvider();

        var database = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        Assert.Equal("/somewhere", database.DataFolder);
        Assert.Equal(7, database.StatementSeconds);
        Assert.False(services.GetRequiredService<IOptions<FirstStartOptions>>().Value.Demo);
        Assert.Equal(11, services.GetRequiredService<IOptions<TurnOptions>>().Value.SettleSeconds);
    }
}
