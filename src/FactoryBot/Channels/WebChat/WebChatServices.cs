using FactoryBot.Channels.WebChat.DirectLine;
using FactoryBot.Channels.WebChat.Page;
using FactoryBot.Turns;

namespace FactoryBot.Channels.WebChat;

/// <summary>Registers the chat page.</summary>
public static class WebChatServices
{
    /// <summary>Adds the page and its Direct Line with the settings of section <c>WebChat</c>.</summary>
    public static IServiceCollection AddWebChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebChatOptions>().Bind(configuration.GetSection(WebChatOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WebChatStore>();
        services.AddSingleton<StreamHub>();
        services.AddHostedService(s => s.GetRequiredService<StreamHub>());
        services.AddSingleton<Conversations>();
        services.AddSingleton<Visitors>();
        services.AddSingleton<IntakeOfActivities>();
        services.AddSingleton<WebChatScript>();
        services.AddSingleton<WebChatChannel>();
        services.AddSingleton<IChannel>(s => s.GetRequiredService<WebChatChannel>());
        services.AddSingleton<IProactiveChannel>(s => s.GetRequiredService<WebChatChannel>());
        services.AddHostedService<WebChatStart>();
        return services;
    }

    /// <summary>Maps the page and its endpoints, unless they are switched off.</summary>
    public static void MapWebChat(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<WebChatOptions>>().Value.Enabled)
            return;
        app.UseWebSockets();
        app.MapDirectLine();
        app.MapChatPage();
    }
}
