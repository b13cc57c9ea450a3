namespace FactoryBot.Channels.Teams.Trust;

/// <summary>Where the tokens of a cloud come from and what they must say.</summary>
/// <param name="Issuer">The issuer of the tokens that the connector sends.</param>
/// <param name="OpenIdMetadata">Leads to the keys that sign them.</param>
/// <param name="Scope">What a token of ours is asked for.</param>
/// <param name="Authority">Where a token of ours is asked for.</param>
/// <param name="SharedTenant">The tenant of multi-tenant bots.</param>
/// <param name="ServiceHosts">Hosts a token of ours may go to without an earlier message from there.</param>
internal sealed record CloudEndpoints(
    string Issuer, Uri OpenIdMetadata, string Scope, Uri Authority, string SharedTenant, IReadOnlyList<string> ServiceHosts)
{
    private static readonly CloudEndpoints Public = new(
        "https://api.botframework.com",
        new("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        "https://api.botframework.com/.default",
        new("https://login.microsoftonline.com/"),
        "botframework.com",
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"]);

    private static readonly CloudEndpoints UsGovernment = new(
        "https://api.botframework.us",
        new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        "https://api.botframework.us/.default",
        new("https://login.microsoftonline.us/"),
        "MicrosoftServices.onmicrosoft.us",
        ["smba.infra.gov.teams.microsoft.us"]);

    public static CloudEndpoints Of(TeamsOptions options)
    {
        var cloud = options.Cloud == TeamsCloud.UsGovernment ? UsGovernment : Public;
        return options.OpenIdMetadata is { } other ? cloud with { OpenIdMetadata = other } : cloud;
    }
}
