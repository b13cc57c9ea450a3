namespace FactoryBot.Hosting;

/// <summary>What the first start makes by itself. Section <c>FirstStart</c>.</summary>
public sealed class FirstStartOptions
{
    /// <summary>Loads the demo plant into the demo tenant where it has no data, and prints an API key for it once. Default null: only with the
    /// private database, never on a server named by <c>ConnectionStrings:FactoryBot</c>.</summary>
    public bool? Demo { get; set; }
}
