using FactoryBot.Channels.Teams;

namespace FactoryBot.Tests.Channels.Teams;

public sealed class TeamsOptionsTests
{
    private static readonly TeamsOptionsCheck Check = new();

    [Fact]
    public void Validate_NothingSet_IsGood() => Assert.True(Check.Validate(null, new()).Succeeded);

    [Fact]
    public void Validate_SingleTenantWithSecret_IsGood() => Assert.True(Check.Validate(null, Single(o => o.ClientSecret = "s")).Succeeded);

    [Fact]
    public void Validate_NoCredential_NamesThem() =>
        Assert.Contains("exactly one credential", Check.Validate(null, Single(_ => { })).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void Validate_TwoCredentials_NamesThem()
    {
        var result = Check.Validate(null, Single(o => (o.ClientSecret, o.FederatedTokenFile) = ("s", "/token")));

        Assert.Contains("ClientSecret, FederatedTokenFile", result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("/token", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_SingleTenantWithoutTenant_SaysSo() =>
        Assert.Contains("Teams:TenantId", Check.Validate(null, Single(o => (o.ClientSecret, o.TenantId) = ("s", null))).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void Validate_ManagedIdentityWithSecret_SaysSo() =>
        Assert.False(Check.Validate(null, Single(o => (o.AppType, o.ClientSecret) = (TeamsAppType.ManagedIdentity, "s"))).Succeeded);

    [Fact]
    public void Validate_CertificateThatIsNotThere_SaysSo() =>
        Assert.Contains("does not exist", Check.Validate(null, Single(o => o.CertificatePath = "/nowhere.pem")).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void Validate_MetadataOverPlainHttp_SaysSo() =>
        Assert.False(Check.Validate(null, Single(o => (o.ClientSecret, o.OpenIdMetadata) = ("s", new("http://keys.example.test/")))).Succeeded);

    [Fact]
    public async Task Start_AppIdThatIsNoGuid_Stops() =>
        await Assert.ThrowsAnyAsync<Exception>(() => TeamsHost.StartAsync(("Teams:AppId", "my-bot"), ("Teams:ClientSecret", "s")));

    private static TeamsOptions Single(Action<TeamsOptions> change)
    {
        var options = new TeamsOptions { AppId = TestIssuer.App, TenantId = "contoso" };
        change(options);
        return options;
    }
}
