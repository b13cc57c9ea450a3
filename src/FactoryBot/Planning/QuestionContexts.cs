using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Planning;

/// <summary>Gathers what skills know of a question beyond their functions' descriptions, for a model. None of it is needed: what fails or takes
/// too long is left out, and the model can still call.</summary>
internal sealed class QuestionContexts(SkillCatalog catalog, IEnumerable<IQuestionContext> skills, IOptions<PlanningOptions> options, TimeProvider time, ILogger<QuestionContexts> log)
{
    private readonly IQuestionContext[] skills = [.. skills];

    /// <param name="asker">With whose rights the functions will run: nothing that they may not see is told.</param>
    /// <returns>Empty where no skill has anything to say.</returns>
    public async Task<string> ForAsync(PlannerTurn turn, Asker asker, string question, CancellationToken cancellationToken)
    {
        if (options.Value.ContextLength == 0 || skills.Length == 0)
            return "";
        using var own = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ContextSeconds), time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(own.Token, cancellationToken);
        var usable = catalog.For(asker).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var before = turn.History.Count > 0 ? turn.History[^1].Question : null;
        var texts = new List<string>();
        foreach (var skill in skills.Where(s => s.Functions.Any(usable.Contains)))
        {
            if (await TryAsync(skill, asker, question, before, limit.Token, cancellationToken) is { Length: > 0 } text)
                texts.Add(UserText.Clean(text));
        }

        return UserText.Cut(string.Join("\n\n", texts), options.Value.ContextLength);
    }

    private async Task<string?> TryAsync(IQuestionContext skill, Asker asker, string question, string? before, CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            return await skill.ContextAsync(asker, question, before, limit);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            log.NoContext(error, asker.TurnId, skill.GetType().Name);
            return null;
        }
    }
}
