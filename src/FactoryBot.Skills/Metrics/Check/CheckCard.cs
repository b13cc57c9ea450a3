using System.Globalization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Check;

/// <summary>The picture of what is wrong with the data: by check, with the place of each finding.</summary>
internal static class CheckCard
{
    private const int MostOfACheck = 5;

    public static AdaptiveCard Of(IReadOnlyList<DataFinding> findings, PlantAsked asked, string text, ProofLine proof)
    {
        var body = new List<CardElement>
        {
            TextBlock.Heading($"Data check · {asked.Scope.Name}"),
            TextBlock.Subtle(asked.CardPeriod) with { Spacing = Spacing.None },
        };
        if (findings.Count == 0)
            body.Add(TextBlock.Of("Nothing is wrong, as far as the checks see."));
        foreach (var group in findings.GroupBy(finding => finding.Check))
        {
            body.Add(TextBlock.Of(group.Key.Title) with { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium });
            body.AddRange(group.Take(MostOfACheck).Select(finding => TextBlock.Warning(finding.Sentence)));
            if (group.Count() > MostOfACheck)
                body.Add(TextBlock.Subtle(string.Create(CultureInfo.InvariantCulture, $"and {group.Count() - MostOfACheck} more of this kind")));
        }

        body.Add(TextBlock.Subtle(proof.ToString()) with { Separator = true });
        return new() { Body = body, FallbackText = text, Lang = "en" };
    }
}
