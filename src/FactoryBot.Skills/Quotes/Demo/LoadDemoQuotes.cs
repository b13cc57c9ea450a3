using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Quotes.Pricing;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes.Demo;

/// <summary>Loads the demo catalogue with customers, earlier quotes, price breaks and rules of approval, where a tenant has no parts yet.</summary>
internal sealed class LoadDemoQuotes(FactoryDatabase database, TimeProvider time)
{
    private static readonly (string Name, string Tier, decimal Discount, string Email)[] Customers =
    [
        ("Kovo s.r.o.", "A", 5, "novak@kovo.example"), ("Berger Maschinenbau GmbH", "A", 7, "einkauf@berger.example"), ("Northfield Pumps Ltd", "B", 0, "buying@northfield.example"),
        ("Alder Robotics Inc", "B", 3, "parts@alder.example"), ("Lago Impianti SpA", "C", 0, "acquisti@lago.example"),
    ];

    private static readonly (string Outcome, string Reason)[] Outcomes = [("won", ""), ("lost", "price"), ("won", ""), ("lost", "delivery time"), ("won", "")];

    /// <returns>How many parts were loaded; null where there were parts already.</returns>
    public async Task<int?> IfEmptyAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var state = await CatalogueStore.LockAsync(scope, cancellationToken);
        if (state.Version > 0)
            return null;
        await using var add = new AddParts(scope, state);
        var parts = DemoCatalogue.Parts().ToArray();
        foreach (var part in parts)
            await add.AddAsync(part, cancellationToken);
        await add.FinishAsync(time.GetUtcNow(), cancellationToken);
        var today = DateOnly.FromDateTime(time.GetUtcNow().DateTime);
        await CatalogueStore.AddBreaksAsync(scope, [.. parts.Where(p => p.LineOfBusiness == "Fasteners").SelectMany(Breaks)], cancellationToken);
        await CustomerStore.SaveAsync(scope, [.. Customers.Select((c, i) => new Customer
        {
            CustomerId = Guid.NewGuid(), Name = c.Name, Tier = c.Tier, DiscountPercent = c.Discount, Email = c.Email, Since = i == 4 ? null : today.AddYears(-i - 1),
        })], cancellationToken);
        await PastStore.AddAsync(scope, [.. parts.Where((_, i) => i % 5 == 0).Select((p, i) => Past(p, i, today))], cancellationToken);
        await ApprovalRuleStore.StartAsync(scope, QuoteApproval.KindName, [.. Rules()], time.GetUtcNow(), cancellationToken);
        await SettingStore.SaveAsync(scope, new() { Company = "Demo Plant", Address = "Hall 3, Works Road 12\n70173 Stuttgart", Currency = "EUR" }, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return parts.Length;
    }

    private static IEnumerable<PriceBreak> Breaks(Part part) =>
        [new(part.Number, "", 1000, Math.Round(part.Price!.Value * 0.95m, 2)), new(part.Number, "", 5000, Math.Round(part.Price.Value * 0.9m, 2))];

    private static PastLine Past(Part part, int i, DateOnly today)
    {
        var (outcome, reason) = Outcomes[i % Outcomes.Length];
        return new($"P-{1000 + i}", part.Number, Customers[i % Customers.Length].Name, part.PackQuantity * (1 + i % 7), Math.Round(part.Price!.Value * (0.92m + i % 4 * 0.02m) / part.PackQuantity, 4), today.AddDays(-20 - 3 * i), outcome, reason);
    }

    private static IEnumerable<ApprovalRule> Rules() =>
    [
        new() { Kind = QuoteApproval.KindName, Name = "Amount", Condition = new() { AmountFrom = 1000 }, Permission = Permissions.QuotesApprove, DueHours = 24, EscalateHours = 72, EscalatePermission = Permissions.UsersManage },
        new() { Kind = QuoteApproval.KindName, Name = "Large amount", Condition = new() { AmountFrom = 50_000 }, Permission = Permissions.TenantManage, Step = 2, DueHours = 48 },
        new() { Kind = QuoteApproval.KindName, Name = "High discount", Condition = new() { DiscountOver = 15 }, Permission = Permissions.QuotesApprove, DueHours = 24 },
        new() { Kind = QuoteApproval.KindName, Name = "Low margin", Condition = new() { MarginBelow = 20 }, Permission = Permissions.QuotesApprove, DueHours = 24 },
        new() { Kind = QuoteApproval.KindName, Name = "New customer", Condition = new() { NewCustomer = true }, Permission = Permissions.QuotesApprove, DueHours = 24 },
    ];
}
