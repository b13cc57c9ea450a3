using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using FactoryBot.Channels.Teams.Trust;

namespace FactoryBot.Channels.Teams.Connector;

/// <summary>Chooses the credential that the settings describe.</summary>
internal static class ConnectorCredential
{
    private static readonly TokenRequestContext Exchange = new(["api://AzureADTokenExchange/.default"]);

    /// <returns>The credential; null when the channel has no app id, and then no token is ever sent.</returns>
    public static TokenCredential? Of(TeamsOptions options)
    {
        if (options.AppId is not { Length: > 0 } app)
            return null;
        var cloud = CloudEndpoints.Of(options);
        var tenant = options.AppType == TeamsAppType.MultiTenant ? cloud.SharedTenant : options.TenantId!;
        if (options.AppType == TeamsAppType.ManagedIdentity)
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(app));
        if (options.ClientSecret is { Length: > 0 } secret)
            return new ClientSecretCredential(tenant, app, secret, new ClientSecretCredentialOptions { AuthorityHost = cloud.Authority });
        if (options.CertificatePath is { Length: > 0 } certificate)
            return new ClientCertificateCredential(tenant, app, Certificate(certificate, options.CertificatePassword),
                new ClientCertificateCredentialOptions { AuthorityHost = cloud.Authority });
        return new ClientAssertionCredential(tenant, app, Assertion(options),
            new ClientAssertionCredentialOptions { AuthorityHost = cloud.Authority });
    }

    private static Func<CancellationToken, Task<string>> Assertion(TeamsOptions options)
    {
        if (options.FederatedTokenFile is { Length: > 0 } file)
            return cancellationToken => File.ReadAllTextAsync(file, cancellationToken);
        var identity = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.FederatedManagedIdentity!));
        return async cancellationToken => (await identity.GetTokenAsync(Exchange, cancellationToken)).Token;
    }

    private static X509Certificate2 Certificate(string path, string? password) =>
        Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase)
            ? X509Certificate2.CreateFromPemFile(path)
            : X509CertificateLoader.LoadPkcs12FromFile(path, password);
}
