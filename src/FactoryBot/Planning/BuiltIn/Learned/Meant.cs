namespace FactoryBot.Planning.BuiltIn.Learned;

/// <summary>What one sentence means by what was learned: how likely each function is.</summary>
internal sealed class Meant
{
    private readonly string[] functions;
    private readonly float[] likely;

    /// <param name="likely">One for each function; together they are taken as a whole.</param>
    public Meant(string[] functions, float[] likely)
    {
        this.functions = functions;
        this.likely = likely;
        var first = Array.IndexOf(likely, likely.Max());
        (Function, Likely) = (functions[first], likely[first] / likely.Sum());
    }

    /// <summary>The likeliest function.</summary>
    public string Function { get; }

    /// <summary>How likely that is, from 0 to 1.</summary>
    public float Likely { get; }

    /// <summary>How likely a function is, from 0 to 1; 0 where nothing was learned of it.</summary>
    public float Of(string function) => Array.IndexOf(functions, function) is var at and >= 0 ? likely[at] : 0;

    /// <summary>The same where something else speaks for some functions as well.</summary>
    /// <param name="times">How much likelier that makes each of them.</param>
    public Meant Favouring(IReadOnlyCollection<string> favoured, float times) =>
        favoured.Count == 0 ? this : new(functions, [.. likely.Select((l, i) => favoured.Contains(functions[i]) ? l * times : l)]);
}
