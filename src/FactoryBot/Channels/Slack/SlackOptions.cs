using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Channels.Slack;

/// <summary>Settings of the Slack channel, section <c>Slack</c>.</summary>
public sealed class SlackOptions
{
    public const string Section = "Slack";

    /// <summary>The signing secret of the Slack app. Default none: Slack is closed.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>The bot token (<c>xoxb-...</c>) of a single workspace. Default none: workspaces install the app over OAuth.</summary>
    public string? BotToken { get; set; }

    /// <summary>The client id of the Slack app, for installations over OAuth. Default none: there is no installation page.</summary>
    public string? ClientId { get; set; }

    /// <summary>The client secret that belongs to <see cref="ClientId"/>. Default none.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Where this host is reached from outside, for the address that Slack comes back to after an installation. Default none: as the
    /// request says.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Slack's Web API. Default <c>https://slack.com/api/</c>; government workspaces use <c>https://slack-gov.com/api/</c>.</summary>
    [Required] public Uri ApiUrl { get; set; } = new("https://slack.com/api/");

    /// <summary>Hosts that files and late answers may go to and come from. Default: those of Slack.</summary>
    public IList<string> Hosts { get; } = ["files.slack.com", "hooks.slack.com", "slack.com", "slack-gov.com", "files.slack-gov.com", "hooks.slack-gov.com"];

    /// <summary>Seconds of one call to Slack. Default 10, range 1 to 60.</summary>
    [Range(1, 60)] public int CallSeconds { get; set; } = 10;

    /// <summary>How often a call that may be repeated is repeated. Default 3, range 0 to 8.</summary>
    [Range(0, 8)] public int Retries { get; set; } = 3;

    /// <summary>The longest wait in seconds that Slack may ask for before a call is repeated; after it the answer is tried again later. Default 30,
    /// range 1 to 300.</summary>
    [Range(1, 300)] public int LongestWaitSeconds { get; set; } = 30;

    internal bool IsOpen => !string.IsNullOrWhiteSpace(SigningSecret);

    internal bool Installs => !string.IsNullOrWhiteSpace(ClientId) && !string.IsNullOrWhiteSpace(ClientSecret);
}
