using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Functions;

/// <summary>A skill that reads whole sentences by rules of its own. It is asked only about sentences that no function's declaration accounts for.</summary>
public interface ISentenceReader
{
    /// <summary>The function that answers such a sentence; its first slot takes the sentence, and its declaration says
    /// <see cref="SkillFunctionAttribute.WholeSentence"/>.</summary>
    string Function { get; }

    /// <summary>True for a skill that takes whatever sounds like a question of its kind: the others are asked before it. Default false.</summary>
    bool TakesMuch => false;

    /// <summary>Whether every word of the sentence is accounted for, or the skill knows what to ask back about it.</summary>
    ValueTask<bool> AccountsForAsync(Asker asker, string sentence, CancellationToken cancellationToken);

    /// <summary>Whether the sentence asks in so many words for what only this skill knows, and it does know something: it then comes before the other readers.</summary>
    ValueTask<bool> ClaimsAsync(Asker asker, string sentence, CancellationToken cancellationToken) => ValueTask.FromResult(false);

    /// <summary>Asked only where the call before was one of the skill's: the function that takes half a sentence of which every word changes, or asks more of,
    /// what the asker last had answered by it; null where the words do not. Its first slot takes the sentence.</summary>
    /// <param name="alone">No other function takes the words. Where one does, a figure that is named is meant for it.</param>
    ValueTask<string?> FollowUpAsync(Asker asker, string sentence, bool alone, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

    /// <summary>Whether somebody has kept an answer for exactly this sentence: it is then given where the planner would otherwise only say
    /// what it cannot do.</summary>
    ValueTask<bool> HasAnswerAsync(Asker asker, string sentence, CancellationToken cancellationToken) => ValueTask.FromResult(false);
}
