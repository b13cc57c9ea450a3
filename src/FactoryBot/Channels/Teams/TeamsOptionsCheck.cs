using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.Teams;

/// <summary>What the attributes of the settings cannot say: which of them go together.</summary>
internal sealed class TeamsOptionsCheck : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        if (string.IsNullOrEmpty(options.AppId))
            return ValidateOptionsResult.Success;

        List<string> wrong = [];
        string[] given = [.. Credentials(options)];
        if (options.AppType == TeamsAppType.ManagedIdentity && given.Length > 0)
            wrong.Add($"Teams:AppType is ManagedIdentity, which needs no {given[0]}.");
        if (options.AppType != TeamsAppType.ManagedIdentity && given.Length != 1)
            wrong.Add("Teams:AppId needs exactly one credential beside it: ClientSecret, CertificatePath, FederatedTokenFile or "
                + $"FederatedManagedIdentity. Given: {(given.Length == 0 ? "none" : string.Join(", ", given))}.");
        if (options.AppType == TeamsAppType.SingleTenant && string.IsNullOrEmpty(options.TenantId))
            wrong.Add("Teams:TenantId is needed for a SingleTenant registration.");
        if (options.AppType == TeamsAppType.ManagedIdentity && string.IsNullOrEmpty(options.TenantId) && options.AllowedTenants.Count == 0)
            wrong.Add("Teams:TenantId or Teams:AllowedTenants is needed for a ManagedIdentity registration.");
        if (options.CertificatePath is { Length: > 0 } path && !File.Exists(path))
            wrong.Add("Teams:CertificatePath names a file that does not exist.");
        if (options.OpenIdMetadata is { } metadata && !ServiceUrls.IsSafe(metadata))
            wrong.Add("Teams:OpenIdMetadata must be an https address.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Credentials(TeamsOptions options)
    {
        if (!string.IsNullOrEmpty(options.ClientSecret))
            yield return nameof(options.ClientSecret);
        if (!string.IsNullOrEmpty(options.CertificatePath))
            yield return nameof(options.CertificatePath);
        if (!string.IsNullOrEmpty(options.FederatedTokenFile))
            yield return nameof(options.FederatedTokenFile);
        if (!string.IsNullOrEmpty(options.FederatedManagedIdentity))
            yield return nameof(options.FederatedManagedIdentity);
    }
}
