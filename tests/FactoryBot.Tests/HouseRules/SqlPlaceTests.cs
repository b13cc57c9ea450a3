using System.Text.RegularExpressions;

namespace FactoryBot.Tests.HouseRules;

/// <summary>The SQL of a feature is read in one place: its store and its migrations.</summary>
public sealed partial class SqlPlaceTests
{
    [Fact]
    public void Sql_OutsideStoresAndDatabase_IsNowhere()
    {
        var wrong = from file in SourceTree.Production
                    where !file.Name.EndsWith("Store.cs", StringComparison.Ordinal) && !file.IsIn("src/FactoryBot.Skills/Database")
                    from Match match in Sql().Matches(file.Text)
                    select $"{file.Name}: {match.Value.Trim()}";
        Rule.Holds(wrong);
    }

    [Fact]
    public void Migrations_EveryFile_HasADatedNameAndIsEmbedded()
    {
        var files = SourceTree.Under("src").Where(f => f.Extension == ".sql").ToList();
        Assert.NotEmpty(files);
        Rule.Holds(files.Where(f => !MigrationName().IsMatch(f.Name)).Select(f => f.Name));
    }

    [GeneratedRegex("""(?m)"\s*update [a-z_.]+ set [^"\n]*"|"\s*(select|insert into|delete from|create|alter|drop|truncate) [a-z_.*]+[ (,;][^"\n]*"|BeginBinaryImport|\bCreate(Command|Batch)\(|\bNpgsql(Command|Batch)\b|^using Dapper;""")]
    private static partial Regex Sql();

    [GeneratedRegex(@"/Migrations/\d{8}_\d{4}_[a-z0-9_]+\.sql$")]
    private static partial Regex MigrationName();
}
