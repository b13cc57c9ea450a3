using FactoryBot.Skills.Results;

namespace FactoryBot.Api.Figures;

/// <summary>A skill's "no" as problem details: its own sentence, and a code for each kind of "no".</summary>
internal static class FigureFailures
{
    public static Problem Of(SkillResult result)
    {
        var (status, code, title) = result.Status switch
        {
            ResultStatus.Clarify => (StatusCodes.Status400BadRequest, "ambiguous", "The request can be read in more than one way"),
            ResultStatus.NotUnderstood => (StatusCodes.Status400BadRequest, "not-understood", "A part of the request is not known"),
            ResultStatus.NoRows => (StatusCodes.Status404NotFound, "no-rows", "There are no figures for this"),
            ResultStatus.NoData => (StatusCodes.Status404NotFound, "no-data", "No data is loaded"),
            ResultStatus.NoRight => (StatusCodes.Status403Forbidden, "not-allowed", "The key may not do this"),
            _ => (StatusCodes.Status500InternalServerError, "failed", "Something went wrong"),
        };
        return new(status, code, title, result.Text) { Choices = [.. result.Choices.Select(c => c.Say)] };
    }
}
