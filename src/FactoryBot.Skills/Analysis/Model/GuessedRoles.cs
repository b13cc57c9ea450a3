using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Keys that are named after what somebody is, not after a table: supervisor_id, parent_id. Only where one table can be meant.</summary>
internal static class GuessedRoles
{
    private static readonly HashSet<string> Above = new(["parent", "predecessor", "previous", "replaces", "superior"], StringComparer.Ordinal);
    private static readonly HashSet<string> Person = new(["manager", "supervisor", "boss", "superior", "mentor", "leader", "lead", "chief", "reports", "referrer", "referred"], StringComparer.Ordinal);
    private static readonly HashSet<string> OfStaff = new(["manager", "supervisor", "head", "leader", "lead", "responsible", "chief", "boss", "owner"], StringComparer.Ordinal);
    private static readonly HashSet<string> Staff = new(["employee", "staff", "worker", "staff member"], StringComparer.Ordinal);

    public static CatalogTable? Leads(CatalogTable table, CatalogColumn column, IReadOnlyList<CatalogTable> tables)
    {
        var words = SchemaNames.OfColumn(column.Name);
        if (words.Length < 2)
            return null;
        if ((Above.Contains(words[0]) || (Person.Contains(words[0]) && IsPerson(table))) && SameKind(table, column))
            return table;
        return OfStaff.Contains(words[0]) && tables.Where(t => t != table && Staff.Contains(Noun(t)) && SameKind(t, column)).ToList() is [var staff] ? staff : null;
    }

    private static bool IsPerson(CatalogTable table) => Staff.Contains(Noun(table)) || table.Columns.Select(c => string.Join(' ', SchemaNames.OfColumn(c.Name))).Any(c => c is "last name" or "surname" or "hire date" or "hired" or "full name");

    private static string Noun(CatalogTable table) => string.Join(' ', SchemaNames.NounOf(table.Name));

    private static bool SameKind(CatalogTable table, CatalogColumn column) =>
        table.Key is [var key] && table.Columns.Find(c => c.Name == key) is { } own && DraftRelations.SameKind(own.Type, column.Type);
}
