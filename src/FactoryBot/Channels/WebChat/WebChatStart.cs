using FactoryBot.Channels.WebChat.Page;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.WebChat;

/// <summary>Says at start whom the page lets in.</summary>
internal sealed class WebChatStart(IOptions<WebChatOptions> options, WebChatScript script, ILogger<WebChatStart> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (!settings.Enabled)
            return Task.CompletedTask;
        if (settings.DangerouslyOpenOnLoopback)
            log.Open();
        else
            log.NeedsKey(settings.Secret is null ? "" : ", and a web server may use the secret");
        if (script.Missing is { } file)
            log.NoScript(file);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
