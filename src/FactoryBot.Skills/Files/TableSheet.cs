namespace FactoryBot.Skills.Files;

/// <summary>A table to be downloaded.</summary>
/// <param name="Name">Of a workbook's sheet; what a spreadsheet forbids in one is left out.</param>
/// <param name="Rows">Each with a value, or null, for each header: numbers stay numbers, dates and times are written as ISO 8601.</param>
public sealed record TableSheet(string Name, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<object?>> Rows);
