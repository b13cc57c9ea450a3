namespace FactoryBot.Skills.Metrics.Compare;

/// <summary>Names the two sides by what differs between them.</summary>
internal static class Labels
{
    public static (string First, string Second) Of(PlantAsked first, PlantAsked second)
    {
        var one = new List<string>();
        var two = new List<string>();
        Add(first.Scope.Name, second.Scope.Name);
        Add(first.Scope.Shift is { } shift ? PlantScope.ShiftName(shift) : "all shifts", second.Scope.Shift is { } other ? PlantScope.ShiftName(other) : "all shifts");
        Add(first.Scope.Product?.Name ?? "all products", second.Scope.Product?.Name ?? "all products");
        Add(first.Period.Dates, second.Period.Dates);
        return (string.Join(", ", one), string.Join(", ", two));

        void Add(string left, string right)
        {
            if (left == right)
                return;
            one.Add(left);
            two.Add(right);
        }
    }
}
