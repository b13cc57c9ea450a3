using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Subscriptions;

/// <summary>Which digest is meant, and when it is to come: names and words as they were said.</summary>
internal sealed record SubscriptionAsked(string? Machine, string? Line, string? Site, string? Schedule);

/// <summary>Makes, lists, changes and stops the digests of the member who asks; nobody else's.</summary>
internal sealed class ManageSubscriptions(FactoryDatabase database, PlantCache plants, DigestTriggers triggers)
{
    public async Task<SkillResult> AddAsync(Asker asker, SubscriptionAsked asked, CancellationToken cancellationToken)
    {
        var plant = await plants.GetAsync(asker.TenantId, cancellationToken);
        if (plant.Machines.Count == 0)
            return MetricsFailures.NoData();
        if (ResolveScope.Try(plant, new() { Machine = asked.Machine, Line = asked.Line, Site = asked.Site, Figure = "digest" }, out var place) is { } unknown)
            return unknown;
        if (asked.Schedule is null)
            return SubscriptionFailures.NoSchedule(place.Name);
        if (ScheduleReader.Read(asked.Schedule) is not { } read)
            return SubscriptionFailures.UnreadSchedule(asked.Schedule, place.Name);
        if (read.Schedule is not { } schedule)
            return SubscriptionFailures.HalfSchedule(read, place.Name);

        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var own = await SubscriptionStore.OfAsync(scope, asker.MemberId, cancellationToken);
        var one = new DigestSubscription(
            Guid.CreateVersion7(asker.Now), asker.MemberId, place.Machine?.Name, place.Machine is null ? place.Line?.Name : null,
            place.Machine is null && place.Line is null ? place.Site?.Name : null, schedule, asker.TimeZone.Id);
        if (own.Find(o => o.Place == one.Place && o.Schedule.Equals(schedule)) is { } same)
            return Answer(asker, $"You get the digest of {same.Place} {schedule} already. The next one comes on {SubscriptionText.Next(same, asker.Now)}.", own);
        if (own.Count >= SubscriptionFailures.Most)
            return SubscriptionFailures.TooMany();

        // First the clock: one without a row behind it takes itself away, a row without a clock would never be heard of.
        await triggers.PutAsync(asker.TenantId, one, cancellationToken);
        await SubscriptionStore.SaveAsync(scope, one, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return Answer(asker, $"You will get the digest of {one.Place} {schedule} ({one.TimeZone}). The first one comes on {SubscriptionText.Next(one, asker.Now)}.", [.. own, one]);
    }

    public async Task<SkillResult> ListAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var own = await SubscriptionStore.OfAsync(scope, asker.MemberId, cancellationToken);
        return own.Count == 0
            ? SubscriptionFailures.None()
            : Answer(asker, $"You get {(own.Count == 1 ? "one digest" : FormattableString.Invariant($"{own.Count} digests"))}: {SubscriptionText.List(own)}.", own);
    }

    public Task<SkillResult> ChangeAsync(Asker asker, SubscriptionAsked asked, CancellationToken cancellationToken) =>
        WithOneAsync(asker, asked, "Change", async (scope, one, own) =>
        {
            if (asked.Schedule is null)
                return SubscriptionFailures.NoSchedule(one.Place);
            if (ScheduleReader.Read(asked.Schedule) is not { } read)
                return SubscriptionFailures.UnreadSchedule(asked.Schedule, one.Place);
            // "At 7 instead" keeps the days, "on Mondays instead" the time.
            var changed = one with { Schedule = Schedule.Of(read.Days ?? one.Schedule.Days, read.Time ?? one.Schedule.Time), TimeZone = asker.TimeZone.Id };
            await triggers.PutAsync(asker.TenantId, changed, cancellationToken);
            await SubscriptionStore.SaveAsync(scope, changed, cancellationToken);
            await scope.CommitAsync(cancellationToken);
            return Answer(
                asker, $"The digest of {one.Place} now comes {changed.Schedule} instead of {one.Schedule}. The next one comes on {SubscriptionText.Next(changed, asker.Now)}.",
                [.. own.Select(o => o.Id == one.Id ? changed : o)]);
        }, cancellationToken);

    public Task<SkillResult> StopAsync(Asker asker, SubscriptionAsked asked, CancellationToken cancellationToken) =>
        WithOneAsync(asker, asked, "Stop", async (scope, one, own) =>
        {
            await SubscriptionStore.DeleteAsync(scope, one.Id, cancellationToken);
            await scope.CommitAsync(cancellationToken);
            await triggers.RemoveAsync(one.Id, cancellationToken);
            return Answer(asker, $"The digest of {one.Place} ({one.Schedule}) no longer comes.", [.. own.Where(o => o.Id != one.Id)]);
        }, cancellationToken);

    private async Task<SkillResult> WithOneAsync(
        Asker asker, SubscriptionAsked asked, string verb, Func<TenantScope, DigestSubscription, List<DigestSubscription>, Task<SkillResult>> act, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var own = await SubscriptionStore.OfAsync(scope, asker.MemberId, cancellationToken);
        if (own.Count == 0)
            return SubscriptionFailures.None();
        var place = asked.Machine ?? asked.Line ?? asked.Site;
        var meant = place is null ? own : own.Where(one => NearestNames.Same(place, one.Place, [])).ToList();
        return meant switch
        {
            [] => SubscriptionFailures.NoneOf(place!, own),
            [var one] => await act(scope, one, own),
            _ => SubscriptionFailures.Which(meant, verb, asked.Schedule),
        };
    }

    private static SkillResult Answer(Asker asker, string text, IReadOnlyList<DigestSubscription> own) => new()
    {
        Status = ResultStatus.Answered,
        Text = text,
        Data = JsonSerializer.SerializeToElement(
            own.Select(one => new SubscriptionData(one.Place, one.Schedule.ToString(), one.TimeZone, SubscriptionText.Next(one, asker.Now))).ToList(), SubscriptionJson.Default.ListSubscriptionData),
    };
}

internal sealed record SubscriptionData(string Place, string Schedule, string TimeZone, string Next);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<SubscriptionData>))]
internal sealed partial class SubscriptionJson : JsonSerializerContext;
