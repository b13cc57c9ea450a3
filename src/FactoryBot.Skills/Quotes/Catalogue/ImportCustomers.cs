using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Takes a list of customers in; one who is there already gets the new details.</summary>
internal sealed class ImportCustomers(FactoryDatabase database)
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["name"] = "name", ["customer"] = "name", ["customername"] = "name", ["company"] = "name", ["kunde"] = "name", ["firma"] = "name",
        ["tier"] = "tier", ["class"] = "tier", ["pricelist"] = "tier", ["segment"] = "tier",
        ["discount"] = "discount", ["discountpercent"] = "discount", ["rabatt"] = "discount",
        ["currency"] = "currency", ["waehrung"] = "currency",
        ["contact"] = "contact", ["contactname"] = "contact", ["person"] = "contact", ["ansprechpartner"] = "contact",
        ["email"] = "email", ["mail"] = "email", ["contactemail"] = "email",
        ["address"] = "address", ["adresse"] = "address", ["since"] = "since", ["customersince"] = "since",
    };

    public async Task<ImportReport> RunAsync(Guid tenantId, string name, Stream content, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        Dictionary<string, int>? columns = null;
        var customers = new Dictionary<string, Customer>(StringComparer.Ordinal);
        List<RefusedRow> refused = [];
        var wrongRows = 0;
        try
        {
            foreach (var (row, cells) in ReadTable.Of(name, content))
            {
                if (columns is null)
                {
                    columns = Columns(cells);
                    continue;
                }

                var (customer, wrong) = Read(columns, cells);
                if (customer is not null && !customers.TryAdd(CustomerKey.Of(customer.Name), customer))
                    wrong = $"{customer.Name} stands in the list before";
                if (wrong is not null && wrongRows++ < ImportReport.MostListed)
                    refused.Add(new(row, wrong));
            }
        }
        catch (Exception error) when (error is InvalidDataException or FormatException or DocumentFormat.OpenXml.Packaging.OpenXmlPackageException)
        {
            return new() { Problem = QuoteFailures.UnreadableFile(name) };
        }

        if (columns is null || !columns.ContainsKey("name"))
            return new() { Problem = QuoteFailures.NoCustomerNames(name) };
        var added = await CustomerStore.SaveAsync(scope, [.. customers.Values], cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return new() { Added = added, Replaced = customers.Count - added, Refused = wrongRows, Rows = refused };
    }

    private static Dictionary<string, int> Columns(string[] header)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Length; i++)
        {
            if (Names.TryGetValue(string.Concat(PlainText.Of(header[i]).ToLowerInvariant().Where(char.IsAsciiLetterLower)), out var field))
                columns.TryAdd(field, i);
        }

        return columns;
    }

    private static (Customer? Customer, string? Wrong) Read(Dictionary<string, int> columns, string[] cells)
    {
        var name = Cell("name");
        if (name.Length is 0 or > 200)
            return (null, "it has no name of 1 to 200 characters");
        decimal discount = 0;
        if (Cell("discount") is { Length: > 0 } text && (!Amounts.TryRead(text, out discount) || discount is < 0 or > 100))
            return (null, $"“{text}” is no discount between 0 and 100");
        DateOnly? since = null;
        if (Cell("since") is { Length: > 0 } written)
        {
            if (!DateOnly.TryParse(written, System.Globalization.CultureInfo.InvariantCulture, out var day))
                return (null, $"“{written}” is no day such as 2026-11-20");
            since = day;
        }

        return (new()
        {
            CustomerId = Guid.NewGuid(), Name = name, Tier = Cell("tier"), DiscountPercent = discount, Currency = Cell("currency").ToUpperInvariant(),
            Contact = Cell("contact"), Email = Cell("email"), Address = Cell("address"), Since = since,
        }, null);

        string Cell(string field) => columns.TryGetValue(field, out var at) && at < cells.Length ? cells[at].Replace("\0", "", StringComparison.Ordinal).Trim() : "";
    }
}
