using FactoryBot.Api;
using FactoryBot.Channels.Slack;
using FactoryBot.Channels.Teams;
using FactoryBot.Channels.Terminal;
using FactoryBot.Channels.WebChat;
using FactoryBot.Skills.Jobs;

namespace FactoryBot.Hosting;

/// <summary>The server: every part, every door.</summary>
public static class Server
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddConsoleLogging();
        builder.AddObservability();
        builder.Services.AddFactoryBot(builder.Configuration);
        builder.Services.AddRunningJobs();
        builder.Services.AddTeams(builder.Configuration);
        builder.Services.AddSlack(builder.Configuration);
        builder.Services.AddTerminal();
        builder.Services.AddWebChat(builder.Configuration);
        builder.Services.AddApi(builder.Configuration);
        builder.Services.AddHostedService<Greeting>();

        var app = builder.Build();
        app.MapTeams();
        app.MapApi();
        app.MapWebChat();
        app.MapSlack();
        return app;
    }
}
