using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>A part as a row of COPY, in the order of the store's columns.</summary>
internal static class PartRow
{
    public const short Columns = 18;

    public static void Write(CopyRows row, Part part)
    {
        row.Integer(part.PartNo);
        row.Text(part.Number);
        row.Text(PartKey.Of(part.Number));
        row.Text(part.Description);
        row.Text(part.Details);
        row.Text(part.LineOfBusiness);
        row.Text(part.Material);
        row.Text(part.Standard);
        row.Text(part.Dimensions);
        row.Text(part.Supplier);
        row.Text(part.Unit);
        row.Integer(part.PackQuantity);
        row.Numeric(part.Price);
        row.Numeric(part.Cost);
        row.Text(part.Currency);
        row.Integer(part.MinimumQuantity);
        row.Integer(part.LeadDays);
        row.Numeric(part.Stock);
    }
}
