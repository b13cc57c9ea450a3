using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Takes a list of parts in: all good rows in one transaction, and a reason for each row that is not taken.</summary>
internal sealed class ImportParts(FactoryDatabase database, TimeProvider time)
{
    private const int HeaderLooks = 10;

    // From here on what the database knew of the list before is no guide to finding parts in it.
    private const int ManyParts = 5_000;

    /// <param name="replace">The list takes the place of the whole catalogue.</param>
    public async Task<ImportReport> RunAsync(Guid tenantId, string name, Stream content, bool replace, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var report = await RunAsync(scope, name, content, replace, cancellationToken);
        if (report.Problem is null)
            await scope.CommitAsync(cancellationToken);
        return report;
    }

    /// <summary>In the caller's unit of work.</summary>
    public async Task<ImportReport> RunAsync(TenantScope scope, string name, Stream content, bool replace, CancellationToken cancellationToken)
    {
        var state = await CatalogueStore.LockAsync(scope, cancellationToken);
        if (replace)
        {
            await CatalogueStore.ClearAsync(scope, cancellationToken);
            state = new() { Version = state.Version };
        }

        await CatalogueStore.ByIndexAsync(scope, on: true, cancellationToken);
        await using var add = new AddParts(scope, state);
        PartColumns? columns = null;
        List<RefusedRow> refused = [];
        List<PriceBreak> breaks = [];
        List<PartAlias> aliases = [];
        var (wrongRows, looks) = (0, 0);
        try
        {
            foreach (var (row, cells) in ReadTable.Of(name, content))
            {
                if (columns is null)
                {
                    columns = PartColumns.Of(cells);
                    if (columns is null && ++looks == HeaderLooks)
                        break;
                    continue;
                }

                var (part, wrong) = columns.Read(cells, breaks, aliases);
                if (part is not null && !await add.AddAsync(part, cancellationToken))
                    wrong = $"the number {part.Number} stands in the list before";
                if (wrong is not null && wrongRows++ < ImportReport.MostListed)
                    refused.Add(new(row, wrong));
            }
        }
        catch (Exception error) when (error is InvalidDataException or FormatException or DocumentFormat.OpenXml.Packaging.OpenXmlPackageException)
        {
            return new() { Problem = QuoteFailures.UnreadableFile(name) };
        }

        if (columns is null)
            return new() { Problem = QuoteFailures.NoPartNumbers(name) };
        await add.FinishAsync(time.GetUtcNow(), cancellationToken);
        await CatalogueStore.AddBreaksAsync(scope, [.. breaks.DistinctBy(b => (b.Number, b.Tier, b.FromQuantity))], cancellationToken);
        await CatalogueStore.AddAliasesAsync(scope, aliases, cancellationToken);
        await CatalogueStore.ByIndexAsync(scope, on: false, cancellationToken);
        if (add.Added + add.Replaced >= ManyParts)
            await CatalogueStore.AnalyzeAsync(scope, cancellationToken);
        return new() { Added = add.Added, Replaced = add.Replaced, Refused = wrongRows, Rows = refused };
    }
}
