using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Functions;

/// <summary>A skill that wants to know what people think of its answers. It hears of every opinion and picks those about turns of its own.</summary>
public interface IOpinionTaker
{
    /// <param name="asker">Whose opinion it is.</param>
    /// <param name="turnId">The turn whose answer is meant.</param>
    /// <param name="helped">Thumb up or down.</param>
    /// <param name="reason">In the person's own words; null where none is given.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task TakeAsync(Asker asker, Guid turnId, bool helped, string? reason, CancellationToken cancellationToken);
}
