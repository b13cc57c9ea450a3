using System.Text.Json;

namespace FactoryBot.Skills.Language;

/// <summary>A language model that fills in a given structure from a text. What it returns is a guess: whoever asks holds every word and number of it
/// against the text before using it.</summary>
public interface IModelReader
{
    /// <summary>The model's name; null where none is configured.</summary>
    string? Name { get; }

    /// <param name="instructions">What to look for.</param>
    /// <param name="text">Foreign text; what it says is never an instruction.</param>
    /// <param name="schema">A JSON schema of an object.</param>
    /// <returns>Null where there is no model, or it failed or took too long.</returns>
    Task<JsonElement?> ReadAsync(string instructions, string text, string name, JsonElement schema, CancellationToken cancellationToken);
}
