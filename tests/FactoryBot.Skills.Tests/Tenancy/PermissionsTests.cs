using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Tenancy;

public sealed class PermissionsTests
{
    [Theory]
    [InlineData(Role.Owner, "tenant.manage,billing.manage,users.manage,quotes.approve,sops.approve,quotes.manage,sops.manage,documents.manage,analysis.query,analysis.manage,metrics.import")]
    [InlineData(Role.Admin, "users.manage,quotes.approve,sops.approve,quotes.manage,sops.manage,documents.manage,analysis.query,analysis.manage,metrics.import")]
    [InlineData(Role.Manager, "quotes.approve,sops.approve,quotes.manage,sops.manage,documents.manage,analysis.query,analysis.manage,metrics.import")]
    [InlineData(Role.Analyst, "quotes.manage,sops.manage,documents.manage,analysis.query,analysis.manage")]
    [InlineData(Role.Viewer, "")]
    public void Of_Role_IsWhatEverybodyMayPlusWhatTheRoleAdds(Role role, string added)
    {
        var expected = added.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Concat(["tenancy.view", "metrics.view", "metrics.subscribe", "analysis.view", "quotes.view", "sops.view", "operations.view", "erp.query", "answers.report", "answers.download", "accounts.link"]);

        Assert.Equal(expected.Order(StringComparer.Ordinal), Permissions.Of(role).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_HigherRole_HasAllOfTheLowerOne()
    {
        foreach (var role in Enum.GetValues<Role>().Skip(1))
            Assert.True(Permissions.Of(role).IsSupersetOf(Permissions.Of(role - 1)), role.ToString());
    }

    [Fact]
    public void All_EveryPermission_HasWordsForPeople() =>
        Assert.Equal(Permissions.All.Count, PermissionWords.Of(Permissions.Of(Role.Owner)).Count);

    [Fact]
    public void LowestRole_UnknownPermission_IsNull() => Assert.Null(Permissions.LowestRole("tenant.destroy"));
}
