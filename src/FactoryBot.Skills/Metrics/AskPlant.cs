using System.Diagnostics;
using System.Security.Cryptography;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Check;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics;

/// <summary>What every question for figures goes through: its names and its period are found, an answer from the same data is taken
/// from memory, and only then facts are read.</summary>
internal sealed class AskPlant(PlantCache plants, AnswerCache answers, WarnOfData warn, IOptions<MetricsOptions> options)
{
    public async Task<SkillResult> AnswerAsync(
        Asker asker,
        PlantQuestion question,
        Func<PlantAsked, CancellationToken, Task<PlantAnswer>> read,
        CancellationToken cancellationToken)
    {
        var plant = await plants.GetAsync(asker.TenantId, cancellationToken);
        if (plant is not { FirstDay: { } firstDay, LastDay: { } lastDay })
            return MetricsFailures.NoData();
        var own = plant.Convention ?? new(options.Value.OeeForm);
        if (MetricsFailures.UnknownForm(question, own, out var convention) is { } unknown)
            return unknown;
        if (ShiftByClock.Try(plant, asker, ref question) is { } noShift)
            return noShift;
        if (ResolveScope.Try(plant, question, out var scope) is { } no)
            return no;
        scope = question.Order is { } order ? scope.Of(order, plant) : scope;
        var isDefault = string.IsNullOrWhiteSpace(question.Period);
        var reading = isDefault ? new() { Period = LastDays(firstDay, lastDay) } : PeriodReader.Read(question.Period!, asker.Today);
        if (reading.Period is not { } period)
            return MetricsFailures.UnreadPeriod(reading, question);
        // "The best day ever": since there is data.
        if (period.From == Period.Ever && firstDay > period.From)
            period = period with { From = firstDay };
        if (period.From > asker.Today)
            return MetricsFailures.Future(period, plant, question);

        // "Since Monday" on a morning without today's figures is set beside as many days as there are.
        if (lastDay >= period.From && lastDay < period.To)
            period = period with { DataTo = lastDay };

        var key = new Key(
            question with { Machine = null, Line = null, Site = null, Shift = null, Product = null, Period = null, Reason = null, Defect = null }, asker.TenantId, plant.Version, scope.Machine?.Id, scope.Line?.Id, scope.Site?.Id, scope.Shift, scope.Product?.Id, scope.Cause?.Name, scope.Defect?.Id, convention, period, isDefault, asker.Today);
        if (answers.Find(key) is { } known)
            return known;
        var queryId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        Activity.Current?.SetTag("factorybot.query_id", queryId);
        var asked = new PlantAsked(asker, plant, scope, period, isDefault, question, queryId) { Convention = convention };
        var answer = await read(asked, cancellationToken);
        answer = answer with { Result = await warn.AddToAsync(asked, answer.Result, cancellationToken) };
        if (answer.Version == plant.Version)
            answers.Keep(key, answer.Result);
        else
            plants.Forget(asker.TenantId);
        return answer.Result;
    }

    private Period LastDays(DateOnly firstDay, DateOnly lastDay)
    {
        var from = lastDay.AddDays(1 - options.Value.DefaultDays);
        return Period.Of(from > firstDay ? from : firstDay, lastDay);
    }

    private sealed record Key(
        PlantQuestion Question,
        Guid TenantId,
        long Version,
        int? MachineId,
        int? LineId,
        int? SiteId,
        string? Shift,
        int? ProductId,
        string? Cause,
        int? DefectId,
        OeeConvention Convention,
        Period Period,
        bool PeriodIsDefault,
        DateOnly Today);
}
