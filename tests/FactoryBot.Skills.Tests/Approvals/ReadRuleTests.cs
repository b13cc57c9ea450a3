using System.Globalization;
using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Approvals;

public sealed class ReadRuleTests
{
    private static readonly Member Ana = new(new Guid(1, 0, 0, new byte[8]), "Ana Kos", Role.Manager);
    private static readonly Member Ben = new(new Guid(2, 0, 0, new byte[8]), "Ben Ito", Role.Manager);
    private static readonly Member Mia = new(new Guid(3, 0, 0, new byte[8]), "Mia Lund", Role.Owner);
    private static readonly Member[] People = [Ana, Ben, Mia];

    [Theory]
    [InlineData("quotes over 10k need Ana", "amount from 10,000", "Ana Kos")]
    [InlineData("Quotes above 25.000 EUR need the owner.", "amount from 25,000", "tenant.manage")]
    [InlineData("quotes over 5000 euro need a manager", "amount from 5,000", "quotes.approve")]
    [InlineData("quotes over 5000 euros need a manager, reminder after 4 hours", "amount from 5,000", "quotes.approve")]
    [InlineData("discounts over 15% need a manager", "discount over 15 %", "quotes.approve")]
    [InlineData("discounts above 10 % need the owner too, reminder after 4 hours", "discount over 10 %", "tenant.manage")]
    [InlineData("margin below 20 % must be approved by Mia Lund", "margin below 20 % or not known", "Mia Lund")]
    [InlineData("new customers need approval by an admin", "new customer", "users.manage")]
    [InlineData("Ben must approve quotes over 1,5 million", "amount from 1,500,000", "Ben Ito")]
    [InlineData("add an approval rule: quotes over 5000 with more than 12,5 % discount go to ana", "amount from 5,000 and discount over 12.5 %", "Ana Kos")]
    [InlineData("every quote needs approval", "always", "quotes.approve")]
    [InlineData("quotes with motors need ben", "contains motors", "Ben Ito")]
    [InlineData("all managers must approve quotes over 100k", "amount from 100,000", "every quotes.approve")]
    public void Of_ARuleInWords_SaysWhenAndWho(string words, string why, string who)
    {
        var (rules, problem) = ReadRule.Of(words, "quote", People);

        Assert.Null(problem);
        var rule = Assert.Single(rules);
        Assert.Equal(why, rule.Why());
        Assert.Equal(who, (rule.Everybody ? "every " : "") + (rule.Permission ?? People.First(p => p.Id == rule.MemberId).Name));
    }

    [Fact]
    public void Of_TimesAsTheRulesAreShown_KeepsThem()
    {
        var (rules, problem) = ReadRule.Of("discounts above 10 % need the owner, reminder after 4 hours, managers too after 24 hours", "quote", People);

        Assert.Null(problem);
        var rule = Assert.Single(rules);
        Assert.Equal((4, 24, Permissions.QuotesApprove), (rule.DueHours, rule.EscalateHours, rule.EscalatePermission));
    }

    [Fact]
    public void Of_TwoStagesWithTimes_KeepsStepsAndHours()
    {
        var (rules, _) = ReadRule.Of("quotes over 50k need Ana and Ben, then Mia within 2 days, escalate to the owner after 3 days", "quote", People);

        Assert.Equal([(Ana.Id, 1), (Ben.Id, 1), (Mia.Id, 2)], rules.Select(r => (r.MemberId!.Value, r.Step)));
        Assert.All(rules, r => Assert.Equal((48, 72, Permissions.TenantManage), (r.DueHours!.Value, r.EscalateHours!.Value, r.EscalatePermission)));
    }

    [Theory]
    [InlineData("quotes over 10k need Zoe")]
    [InlineData("quotes over 10k need Ana or Ben")]
    [InlineData("quotes painted blue need Ana")]
    [InlineData("quotes under 10k need Ana")]
    [InlineData("be careful with big quotes")]
    public void Of_WhatIsNotWhollyUnderstood_MakesNoRule(string words)
    {
        var (rules, problem) = ReadRule.Of(words, "quote", People);

        Assert.Empty(rules);
        Assert.NotNull(problem);
    }

    // The twenty-fifth of November 2026 is a Wednesday.
    [Theory]
    [InlineData("I'm away until 3 December, Ben decides for me", "2026-11-25", "2026-12-03")]
    [InlineData("Ben approves for me until friday", "2026-11-25", "2026-11-27")]
    [InlineData("on holiday from 1 Dec to 5 Dec, ben covers for me", "2026-12-01", "2026-12-05")]
    [InlineData("I am on leave from Monday to Friday, Ben decides for me", "2026-11-30", "2026-12-04")]
    [InlineData("out of office next week, Ben covers my approvals", "2026-11-30", "2026-12-06")]
    [InlineData("i'm off for 2 weeks, Ben decides", "2026-11-25", "2026-12-08")]
    [InlineData("I'm away tomorrow, Ben decides for me", "2026-11-26", "2026-11-26")]
    [InlineData("away 24.12.-6.1., Ben Ito decides for me", "2026-12-24", "2027-01-06")]
    [InlineData("away until 2027-02-01, Ben decides", "2026-11-25", "2027-02-01")]
    public void Away_InWords_SaysWhoFromWhenThroughWhen(string words, string from, string through)
    {
        var read = ReadAway.Of(words, Asker(), People);

        Assert.Equal((Ben.Id, from, through), (read.Delegate?.Id, read.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), read.Through?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private static Asker Asker() => new()
    {
        TenantId = Guid.NewGuid(), MemberId = Ana.Id, Name = Ana.Name, Role = Role.Manager, Permissions = Permissions.Of(Role.Manager), Modules = new HashSet<string>(),
        TimeZone = TimeZoneInfo.Utc, Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero), TurnId = Guid.NewGuid(),
    };
}
