using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes.Overview;

/// <summary>Win rate, turnaround and reasons for loss as an answer.</summary>
internal static class QuoteFigures
{
    public static SkillResult Of(OverviewFigures figures, Period? period, Asker asker)
    {
        var rate = FormattableString.Invariant($"{100m * figures.Won / figures.Closed:0.0} %");
        var reasons = string.Join(", ", figures.Reasons.Select(r => $"{r.Reason} ({QuoteText.Number((int)r.Count)})"));
        var text = $"The win rate is {rate}: {figures.Won} won and {figures.Lost} lost of {figures.Closed} decided quotes{(period is null ? "" : $", {period.Dates}")}.{(reasons.Length > 0 ? $" Reasons for loss: {reasons}." : "")}"
            + (figures.TurnaroundHours is { } median ? FormattableString.Invariant($" From draft to sent it takes {median:0.0} hours in the middle.") : "");
        var proof = QuoteProof.Of(period is null ? "all quotes" : $"quotes of {period.Dates}", figures.Quotes, "win rate = won ÷ (won + lost)", asker);
        var facts = new List<Fact> { new("Won", FormattableString.Invariant($"{figures.Won}")), new("Lost", FormattableString.Invariant($"{figures.Lost}")) };
        // Sums over several currencies would be sums of nothing.
        if (figures.Currencies == 1)
            facts.Add(new("Won in all", QuoteText.Money(figures.WonTotal, figures.Currency)));
        if (figures.TurnaroundHours is { } hours)
            facts.Add(new("Median from draft to sent", FormattableString.Invariant($"{hours:0.0} hours")));
        var body = new List<CardElement> { TextBlock.Heading("Quotes won and lost"), TextBlock.Of(rate) with { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder }, FactSet.Of([.. facts]) };
        if (figures.Reasons.Count > 0)
            body.Add(Table.Of(["Reason for loss", "Quotes"], figures.Reasons.Select(r => (IReadOnlyList<CardText>)[r.Reason, FormattableString.Invariant($"{r.Count}")])));
        body.Add(TextBlock.Subtle(proof.ToString()) with { Separator = true });
        return new()
        {
            Status = ResultStatus.Answered, Text = text, Proof = proof,
            Data = JsonSerializer.SerializeToElement(
                new(figures.Quotes, figures.Won, figures.Lost, Math.Round((decimal)figures.Won / figures.Closed, 4), figures.TurnaroundHours, [.. figures.Reasons.Select(r => new ReasonData(r.Reason, r.Count))]),
                OverviewJson.Default.OverviewData),
            Card = new() { Body = body, FallbackText = text, Lang = "en" },
        };
    }
}

internal sealed record OverviewData(long Quotes, long Won, long Lost, decimal WinRate, decimal? MedianHoursToSent, IReadOnlyList<ReasonData> ReasonsForLoss);

internal sealed record ReasonData(string Reason, long Quotes);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OverviewData))]
[JsonSerializable(typeof(IReadOnlyList<QuoteListed>))]
internal sealed partial class OverviewJson : JsonSerializerContext;
