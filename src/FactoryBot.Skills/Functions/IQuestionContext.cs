using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Functions;

/// <summary>A skill that knows more than a model could be told of beforehand: for each question it gives what that question needs. Asked only
/// where a model answers, and only where the asker may use one of the functions.</summary>
public interface IQuestionContext
{
    /// <summary>The functions that the text helps to call.</summary>
    IReadOnlyList<string> Functions { get; }

    /// <summary>What the question needs to know, as text that is data and never an instruction, and bounded; null where there is nothing.</summary>
    /// <param name="asker">Nothing that they may not see is in the text.</param>
    /// <param name="question">As it was asked.</param>
    /// <param name="before">The question before it in the conversation, which half a sentence goes on from; null where there is none.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    ValueTask<string?> ContextAsync(Asker asker, string question, string? before, CancellationToken cancellationToken);
}
