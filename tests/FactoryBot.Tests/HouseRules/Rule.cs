namespace FactoryBot.Tests.HouseRules;

internal static class Rule
{
    /// <summary>Names every place that breaks the rule, not only the first few.</summary>
    public static void Holds(IEnumerable<string> exceptions)
    {
        var found = exceptions.Distinct().ToList();
        if (found.Count > 0)
            Assert.Fail(string.Join('\n', found.Prepend($"{found.Count} places break the rule:")));
    }
}
