using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Channels.WebChat;

/// <summary>The chat page and its Direct Line. Section <c>WebChat</c>.</summary>
public sealed class WebChatOptions
{
    public const string Section = "WebChat";

    /// <summary>Serves the page and its endpoints. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Lets a browser on this very machine in without a key, as a demo member of its choice, the owner among them. Default false;
    /// logged as a warning at start. Never behind a proxy, whose requests all look local.</summary>
    public bool DangerouslyOpenOnLoopback { get; set; }

    /// <summary>A secret by which a web server of your own gets tokens for its signed-in people (<c>tokens/generate</c>). It must never
    /// reach a browser. Default none; at least 16 characters.</summary>
    [MinLength(16)] public string? Secret { get; set; }

    /// <summary>The tenant that the people of <see cref="Secret"/> belong to, by its key. Default <c>demo</c>.</summary>
    [Required] public string Tenant { get; set; } = "demo";

    /// <summary>Other origins whose pages may use the endpoints, each as scheme, host and port. Default none: only the page itself.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    /// <summary>The address under which browsers reach this host, where a proxy stands between. Default none: as the request says.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>The folder with Web Chat's own script. Default none: <c>webchat</c> beside the program, where the set-up puts it.</summary>
    public string? Folder { get; set; }

    /// <summary>Minutes a token is good for; the client gets a new one every 15. Default 30, range 16 to 1,440.</summary>
    [Range(16, 1440)] public int TokenMinutes { get; set; } = 30;

    /// <summary>Days a conversation is kept for the page. Default 30, range 1 to 3,650.</summary>
    [Range(1, 3650)] public int KeepDays { get; set; } = 30;

    /// <summary>Tokens that one address may ask for in a minute. Default 60, range 1 to 10,000.</summary>
    [Range(1, 10_000)] public int TokensPerMinute { get; set; } = 60;

    /// <summary>The largest upload in MB, all files of a message together. Default 20, range 1 to 200.</summary>
    [Range(1, 200)] public int UploadMegabytes { get; set; } = 20;
}
