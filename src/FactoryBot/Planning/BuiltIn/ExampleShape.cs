namespace FactoryBot.Planning.BuiltIn;

/// <summary>An example without its names and times.</summary>
/// <param name="Content">The stems of the words that mean something.</param>
/// <param name="First">The word that it begins with.</param>
/// <param name="NamesPlace">It is asked of a place or a shift by name.</param>
internal sealed record ExampleShape(HashSet<string> Content, string Skeleton, string First, bool NamesPlace);
