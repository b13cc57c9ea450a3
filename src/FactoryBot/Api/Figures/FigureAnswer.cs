using System.Text.Json;
using FactoryBot.Skills.Results;

namespace FactoryBot.Api.Figures;

/// <summary>Figures with their proof.</summary>
/// <param name="Text">The figures in a sentence.</param>
/// <param name="Data">The figures.</param>
/// <param name="Proof">Period, scope, rows read, formula and query behind them.</param>
/// <param name="Warnings">What to know before trusting them; missing where there is nothing.</param>
internal sealed record FigureAnswer(string Text, JsonElement? Data, ProofLine? Proof, IReadOnlyList<string>? Warnings)
{
    public static FigureAnswer Of(SkillResult result) =>
        new(result.Text, result.Data, result.Proof, result.Warnings.Count == 0 ? null : result.Warnings);
}
