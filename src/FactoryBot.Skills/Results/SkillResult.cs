using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Results;

/// <summary>The one shape in which a skill answers, whatever was asked and whether or not it worked.</summary>
public sealed record SkillResult
{
    public required ResultStatus Status { get; init; }

    /// <summary>Plain words that stand without the card: a screen reader, a terminal or a toast shows just these.</summary>
    public required string Text { get; init; }

    /// <summary>The figures behind the words, as REST returns them and a model reads them; null where there are none.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>The one picture of the answer; channels convert it. Null: text only.</summary>
    public AdaptiveCard? Card { get; init; }

    /// <summary>Where the figures come from; required as soon as the result holds a figure.</summary>
    public ProofLine? Proof { get; init; }

    public IReadOnlyList<Source> Sources { get => field ?? []; init; }

    /// <summary>What the reader must know before trusting the figures (missing days, performance over 100 %).</summary>
    public IReadOnlyList<string> Warnings { get => field ?? []; init; }

    /// <summary>Buttons under the answer: follow-up questions, or the readings to choose from.</summary>
    public IReadOnlyList<Choice> Choices { get => field ?? []; init; }

    /// <summary>How a call that failed can be corrected; null where it did not fail or nothing would help. It never leaves with an answer.</summary>
    [JsonIgnore]
    public Repair? Repair { get; init; }

    /// <summary>A file that goes with the answer, for channels that can put one where the asker keeps theirs; the card has a link to it as well.</summary>
    public OfferedFile? File { get; init; }

    public static SkillResult No(ResultStatus status, string sentence, params IReadOnlyList<Choice> choices) =>
        new() { Status = status, Text = sentence, Choices = choices };
}

/// <param name="Size">In bytes.</param>
/// <param name="Ticket">Leads to the file for as long as its link works; nobody can make one.</param>
public sealed record OfferedFile(string Name, long Size, string Ticket);

/// <summary>A button.</summary>
/// <param name="Title">What stands on it.</param>
/// <param name="Say">The complete sentence that pressing it says.</param>
public sealed record Choice(string Title, string Say);

/// <summary>A citation.</summary>
/// <param name="Number">Its number in the text.</param>
/// <param name="Title">What it is.</param>
/// <param name="Url">Where to open it.</param>
/// <param name="Excerpt">The beginning of the passage that the answer rests on.</param>
public sealed record Source(int Number, string Title, string? Url = null, string? Excerpt = null)
{
    /// <summary>The whole passage, against which words that cite it are held; never sent.</summary>
    [JsonIgnore]
    public string? Passage { get; init; }
}
