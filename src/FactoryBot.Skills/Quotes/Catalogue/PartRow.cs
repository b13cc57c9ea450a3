using FactoryBot.Skills.Quotes.Wording;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>A part as a row of COPY, in the order of the store's columns.</summary>
internal static class PartRow
{
    public static async Task WriteAsync(NpgsqlBinaryImporter import, Part part, CancellationToken cancellationToken)
    {
        await import.StartRowAsync(cancellationToken);
        await import.WriteAsync(part.PartNo, NpgsqlDbType.Integer, cancellationToken);
        await import.WriteAsync(part.Number, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(PartKey.Of(part.Number), NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(part.Description, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(part.Details, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(part.LineOfBusiness, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(part.Material, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(part.Standard, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(part.Dimensions, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(part.Supplier, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(part.Unit, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(part.PackQuantity, NpgsqlDbType.Integer, cancellationToken);
        await OrNullAsync(part.Price);
        await OrNullAsync(part.Cost);
        await import.WriteAsync(part.Currency, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(part.MinimumQuantity, NpgsqlDbType.Integer, cancellationToken);
        if (part.LeadDays is { } days)
            await import.WriteAsync(days, NpgsqlDbType.Integer, cancellationToken);
        else
            await import.WriteNullAsync(cancellationToken);
        await OrNullAsync(part.Stock);

        Task OrNullAsync(decimal? value) => value is { } known
            ? import.WriteAsync(known, NpgsqlDbType.Numeric, cancellationToken)
            : import.WriteNullAsync(cancellationToken);
    }
}
