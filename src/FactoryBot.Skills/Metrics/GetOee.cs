using System.Diagnostics;
using System.Security.Cryptography;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics;

/// <summary>Answers a question for OEE. The only way to an OEE: chat, REST and command line call this.</summary>
internal sealed class GetOee(
    PlantCache plants,
    OeeStore store,
    AnswerCache answers,
    IOptions<MetricsOptions> options,
    TimeProvider clock,
    ILogger<GetOee> logger)
{
    public async Task<SkillResult> AnswerAsync(Asker asker, OeeQuestion question, CancellationToken cancellationToken)
    {
        var plant = await plants.GetAsync(asker.TenantId, cancellationToken);
        if (plant is not { FirstDay: { } firstDay, LastDay: { } lastDay })
            return MetricsFailures.NoData();
        if (ResolveScope.Try(plant, question, out var scope) is { } no)
            return no;
        var isDefault = string.IsNullOrWhiteSpace(question.Period);
        var reading = isDefault ? new() { Period = LastDays(firstDay, lastDay) } : PeriodReader.Read(question.Period!, asker.Today);
        if (reading.Period is not { } period)
            return MetricsFailures.UnreadPeriod(reading, question);
        if (period.From > asker.Today)
            return MetricsFailures.Future(period, plant, question);

        var key = new Key(
            asker.TenantId, plant.Version, scope.Machine?.Id, scope.Line?.Id, scope.Site?.Id, scope.Shift, period, isDefault, asker.Today);
        if (answers.Find(key) is { } known)
            return known;
        var answer = await ReadAsync(asker, plant, scope, period, isDefault, question, cancellationToken);
        if (answer.Version == plant.Version)
            answers.Keep(key, answer.Result);
        else
            plants.Forget(asker.TenantId);
        return answer.Result;
    }

    private async Task<(SkillResult Result, long Version)> ReadAsync(
        Asker asker,
        PlantData plant,
        PlantScope scope,
        Period period,
        bool isDefault,
        OeeQuestion question,
        CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var queryId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        Activity.Current?.SetTag("factorybot.query_id", queryId);
        var read = await store.ReadAsync(
            asker.TenantId, period.Before().From, period.To, scope.MachineIds, scope.ShiftIds, cancellationToken);
        logger.OeeRead(
            queryId, asker.TurnId, read.Days.Sum(day => day.Sums.Rows), read.Days.Count, clock.GetElapsedTime(started).TotalMilliseconds);

        var version = read.Version ?? plant.Version;
        var report = OeeReport.Of(plant, scope, period, isDefault, asker.Today, read.Days);
        if (report.Sums.Rows == 0)
            return (MetricsFailures.NoRows(scope, period, plant, question), version);
        var proof = new ProofLine(
            period.Dates,
            scope.Name,
            scope.Shift is { } shift ? [PlantScope.ShiftName(shift), ComputeOee.Convention] : [ComputeOee.Convention],
            report.Sums.Rows,
            ComputeOee.Formula,
            ComputeOee.Version,
            version == plant.Version && plant.LoadedAt is { } at ? TimeZoneInfo.ConvertTime(at, asker.TimeZone) : null,
            queryId);
        var result = new SkillResult
        {
            Status = ResultStatus.Answered,
            Text = OeeText.Of(report),
            Data = OeeData.Of(report).ToJson(),
            Card = OeeCard.Of(report, proof),
            Proof = proof,
            Warnings = report.Warnings,
            Choices = OeeChoices.Of(report, plant),
        };
        return (result, version);
    }

    private Period LastDays(DateOnly firstDay, DateOnly lastDay)
    {
        var from = lastDay.AddDays(1 - options.Value.DefaultDays);
        return Period.Of(from > firstDay ? from : firstDay, lastDay);
    }

    private sealed record Key(
        Guid TenantId,
        long Version,
        int? MachineId,
        int? LineId,
        int? SiteId,
        string? Shift,
        Period Period,
        bool PeriodIsDefault,
        DateOnly Today);
}
