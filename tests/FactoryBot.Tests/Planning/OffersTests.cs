using FactoryBot.Planning;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Tests.Planning;

public sealed class OffersTests
{
    private readonly SkillCatalog catalog = new([new TestSkill()]);

    [Fact]
    public void For_PeopleWithTheSameRights_IsWorkedOutOnce()
    {
        var offers = new Offers(catalog);
        var asker = TestSkill.Asker();
        Assert.Same(offers.For(asker), offers.For(asker with { Name = "Somebody else", MemberId = Guid.NewGuid() }));
    }

    [Fact]
    public void For_RightsTaken_OffersNothingThatNeedsThem()
    {
        var offers = new Offers(catalog);
        var all = offers.For(TestSkill.Asker());
        var none = offers.For(TestSkill.Asker() with { Permissions = new HashSet<string>() });
        Assert.NotEmpty(all.Tools);
        Assert.Empty(none.Tools);
        Assert.Equal(catalog.Spoken.Count, none.NotOffered.Count);
        Assert.All(none.NotOffered, n => Assert.Equal(ResultStatus.NoRight, n.Why.Status));
    }
}
