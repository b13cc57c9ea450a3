using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Tenancy;

public sealed class RoleRulesTests
{
    [Theory]
    [InlineData(Role.Admin, Role.Viewer, Role.Admin, 1)]
    [InlineData(Role.Admin, Role.Admin, Role.Viewer, 1)]
    [InlineData(Role.Owner, Role.Viewer, Role.Owner, 1)]
    [InlineData(Role.Owner, Role.Owner, Role.Viewer, 2)]
    [InlineData(Role.Owner, Role.Owner, Role.Owner, 1)]
    public void Refuse_UpToOnesOwnRole_IsAllowed(Role own, Role has, Role wanted, int owners) =>
        Assert.Null(RoleRules.Refuse(own, new(Guid.NewGuid(), "Ana", has), wanted, owners));

    [Theory]
    [InlineData(Role.Admin, Role.Viewer, Role.Owner, 1, "higher role than yours")]
    [InlineData(Role.Admin, Role.Owner, Role.Viewer, 2, "cannot change a higher role")]
    [InlineData(Role.Owner, Role.Owner, Role.Admin, 1, "the only owner")]
    [InlineData(Role.Manager, Role.Viewer, Role.Analyst, 1, "needs the role Admin")]
    public void Refuse_BeyondTheRules_SaysWhy(Role own, Role has, Role wanted, int owners, string because)
    {
        var refusal = RoleRules.Refuse(own, new(Guid.NewGuid(), "Ana", has), wanted, owners);

        Assert.Equal(ResultStatus.NoRight, refusal?.Status);
        Assert.Contains(because, refusal?.Text, StringComparison.Ordinal);
    }
}
