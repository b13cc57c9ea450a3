using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Customers in a caller's unit of work.</summary>
internal static class CustomerStore
{
    private const string Columns = "customer_id, name, tier, discount_percent, currency, contact, email, address, since";

    /// <returns>How many are new.</returns>
    public static async Task<int> SaveAsync(TenantScope scope, IReadOnlyList<Customer> customers, CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var customer in customers)
        {
            added += await scope.Connection.ExecuteScalarAsync<int>(new CommandDefinition(
                $"""
                insert into quotes.customer (tenant_id, name_key, {Columns})
                values (tenancy.current_tenant(), @key, @CustomerId, @Name, @Tier, @DiscountPercent, @Currency, @Contact, @Email, @Address, @Since)
                on conflict (tenant_id, name_key) do update set name = excluded.name, tier = excluded.tier, discount_percent = excluded.discount_percent,
                    currency = excluded.currency, contact = excluded.contact, email = excluded.email, address = excluded.address, since = coalesce(excluded.since, quotes.customer.since)
                returning (xmax = 0)::int
                """,
                new
                {
                    key = CustomerKey.Of(customer.Name), customer.CustomerId, customer.Name, customer.Tier, customer.DiscountPercent, customer.Currency,
                    customer.Contact, customer.Email, customer.Address, customer.Since,
                },
                cancellationToken: cancellationToken));
        }

        return added;
    }

    public static async Task<Customer?> FindAsync(TenantScope scope, string? name, string? email, CancellationToken cancellationToken)
    {
        var key = name is null ? "" : CustomerKey.Of(name);
        var domain = email is null || !email.Contains('@', StringComparison.Ordinal) ? "" : email[email.IndexOf('@', StringComparison.Ordinal)..].ToLowerInvariant();
        return await scope.Connection.QueryFirstOrDefaultAsync<Customer>(new CommandDefinition(
            $"""
            select {Columns} from quotes.customer
            where name_key = @key or (@domain <> '' and lower(email) like '%' || @domain)
                or (length(@key) >= 4 and name_key like @key || '%')
            order by name_key = @key desc, name_key like @key || '%' desc, name
            limit 1
            """,
            new { key, domain },
            cancellationToken: cancellationToken));
    }

    /// <summary>Names that are nearly the one that is given: a letter more or less, or the same first word.</summary>
    public static async Task<IReadOnlyList<string>> NearAsync(TenantScope scope, string name, int most, CancellationToken cancellationToken)
    {
        var key = CustomerKey.Of(name);
        return key.Length < 3 ? [] : (await scope.Connection.QueryAsync<string>(new CommandDefinition(
            """
            select name from quotes.customer
            where name_key like left(@key, 3) || '%' or similarity(name_key, @key) >= 0.4
            order by similarity(name_key, @key) desc, name
            limit @most
            """,
            new { key, most },
            cancellationToken: cancellationToken))).AsList();
    }

    public static async Task<Customer?> GetAsync(TenantScope scope, Guid customerId, CancellationToken cancellationToken) =>
        await scope.Connection.QuerySingleOrDefaultAsync<Customer>(new CommandDefinition(
            $"select {Columns} from quotes.customer where customer_id = @customerId", new { customerId }, cancellationToken: cancellationToken));
}
