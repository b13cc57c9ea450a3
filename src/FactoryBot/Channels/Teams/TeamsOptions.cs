using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Channels.Teams;

/// <summary>Settings of the Microsoft Teams channel, section <c>Teams</c>.</summary>
public sealed class TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>The application (client) id of the bot registration. Default: none, and the channel lets nobody in
    /// (but see <see cref="DangerouslyAllowUnauthenticatedLocalCalls"/>).</summary>
    [RegularExpression("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", ErrorMessage = "Teams:AppId must be a GUID.")]
    public string? AppId { get; set; }

    /// <summary>How the bot is registered. Default: SingleTenant.</summary>
    public TeamsAppType AppType { get; set; } = TeamsAppType.SingleTenant;

    /// <summary>The Microsoft tenant of the registration. Needed for SingleTenant. Activities of channels that name no tenant
    /// (web chat) belong to it. Default: none.</summary>
    public string? TenantId { get; set; }

    /// <summary>A client secret of the registration. Default: none. Give one of the four credentials.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A certificate file (PEM with its key, or PFX) of the registration. Default: none.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The password of a PFX file. Default: none.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>A file with a token of another identity provider that the registration trusts (workload identity, for example
    /// of Kubernetes); it is read again for every new token. Default: none.</summary>
    public string? FederatedTokenFile { get; set; }

    /// <summary>The client id of a managed identity that the registration trusts as a federated credential. Default: none.</summary>
    public string? FederatedManagedIdentity { get; set; }

    /// <summary>The cloud of the registration. Default: Public.</summary>
    public TeamsCloud Cloud { get; set; } = TeamsCloud.Public;

    /// <summary>Another address for the OpenID metadata of the tokens that come in. Default: that of <see cref="Cloud"/>.</summary>
    public Uri? OpenIdMetadata { get; set; }

    /// <summary>Microsoft tenants whose people may use the bot. Default: empty, which means <see cref="TenantId"/> alone for
    /// SingleTenant and ManagedIdentity registrations and every tenant for MultiTenant ones.</summary>
    public IList<string> AllowedTenants { get; } = [];

    /// <summary>Further hosts to which the bot may send its token although no message with a verified token came from there.
    /// Default: empty; the Teams hosts of the cloud are always among them.</summary>
    public IList<string> AllowedServiceHosts { get; } = [];

    /// <summary>Accepts activities without any token, as the Agents Playground and the Emulator send them. Only honoured while
    /// <see cref="AppId"/> is empty, for callers and service URLs on the loopback interface, and logged as a warning at start.
    /// Such people belong to the demo tenant. Default: false.</summary>
    public bool DangerouslyAllowUnauthenticatedLocalCalls { get; set; }

    /// <summary>How long an invoke (a pressed Action.Execute) or an expectReplies message is held open for its answer, in
    /// seconds. Default: 8, range 1 to 12: Teams itself gives up after about 15.</summary>
    [Range(1, 12)]
    public double AnswerInsideRequestSeconds { get; set; } = 8;

    /// <summary>Time limit of one call to the connector, in seconds. Default: 10, range 1 to 60.</summary>
    [Range(1, 60)]
    public double ConnectorCallSeconds { get; set; } = 10;

    /// <summary>How often a call that may be repeated is repeated. Default: 3, range 0 to 8.</summary>
    [Range(0, 8)]
    public int ConnectorRetries { get; set; } = 3;

    /// <summary>The wait before the first repetition, in milliseconds; it doubles each time, with some chance in it, unless the
    /// connector says how long to wait. Default: 500, range 10 to 10,000.</summary>
    [Range(10, 10_000)]
    public int ConnectorRetryMilliseconds { get; set; } = 500;

    /// <summary>The longest wait before a repetition, in seconds, whatever the connector asks for; after it the answer is
    /// tried again later. Default: 30, range 1 to 300.</summary>
    [Range(1, 300)]
    public double ConnectorLongestWaitSeconds { get; set; } = 30;

    /// <summary>The largest message to send, in KB of UTF-16 text as Teams counts it. Larger answers lose table rows, then the
    /// card, and say so. Default: 80, range 8 to 100.</summary>
    [Range(8, 100)]
    public int LargestMessageKilobytes { get; set; } = 80;

    internal bool LocalCalls => DangerouslyAllowUnauthenticatedLocalCalls && string.IsNullOrEmpty(AppId);
}

/// <summary>The kinds of bot registration.</summary>
public enum TeamsAppType
{
    /// <summary>The registration belongs to one tenant.</summary>
    SingleTenant,

    /// <summary>The registration may be used from every tenant.</summary>
    MultiTenant,

    /// <summary>The bot is a user-assigned managed identity; <see cref="TeamsOptions.AppId"/> is its client id.</summary>
    ManagedIdentity,
}

/// <summary>The Microsoft clouds that have a Bot Framework.</summary>
public enum TeamsCloud
{
    Public,
    UsGovernment,
}
