using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Functions;

/// <summary>Things of a feature that somebody looks up by a word or two while writing a message, to put one of them into it.</summary>
public interface IQuickSearch
{
    /// <param name="words">A number or a name; empty: the newest.</param>
    /// <returns>None where the asker may not see such things, too.</returns>
    Task<IReadOnlyList<Found>> FindAsync(string words, Asker asker, CancellationToken cancellationToken);
}

/// <param name="Title">What it is called.</param>
/// <param name="Text">A line that tells it from others.</param>
/// <param name="Card">What goes into the message: without buttons, for whoever reads it there.</param>
public sealed record Found(string Title, string Text, AdaptiveCard Card);
