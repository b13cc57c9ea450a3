using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Subscriptions;

/// <summary>Why a subscription cannot be made, changed or stopped, with the sentence that people read.</summary>
internal static class SubscriptionFailures
{
    public const int Most = 20;

    public static SkillResult NoSchedule(string place) => SkillResult.No(
        ResultStatus.Clarify,
        "When do you want the digest? Say the days and the time, such as “every weekday at 6:15”.",
        new Choice("Every weekday at 6:15", Say(place, "every weekday at 06:15")),
        new Choice("Every day at 6:00", Say(place, "every day at 06:00")));

    public static SkillResult UnreadSchedule(string words, string place) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"I do not understand “{words}” as a time that comes again. Say the days and the time, such as “every weekday at 6:15”.",
        new Choice("Every weekday at 6:15", Say(place, "every weekday at 06:15")));

    public static SkillResult HalfSchedule(ScheduleMention half, string place)
    {
        if (half.Time is not null)
        {
            return SkillResult.No(
                ResultStatus.Clarify, $"On which days {half.Words}?",
                new Choice("Every weekday", Say(place, $"every weekday {half.Words}")), new Choice("Every day", Say(place, $"every day {half.Words}")));
        }

        return SkillResult.No(
            ResultStatus.Clarify, $"At what time {half.Words}?",
            new Choice("6:00", Say(place, $"{half.Words} at 06:00")), new Choice("7:00", Say(place, $"{half.Words} at 07:00")));
    }

    public static SkillResult None() => SkillResult.No(
        ResultStatus.NoRows, "You have no digest subscribed.", new Choice("Every weekday at 6:15", Say("the whole plant", "every weekday at 06:15")));

    public static SkillResult NoneOf(string place, IEnumerable<DigestSubscription> all) => SkillResult.No(
        ResultStatus.NoRows, $"You have no digest of {place} subscribed. You have {SubscriptionText.List(all)}.");

    public static SkillResult Which(IEnumerable<DigestSubscription> all, string verb, string? schedule) => SkillResult.No(
        ResultStatus.Clarify,
        "You have more than one digest subscribed. Which one?",
        [.. all.Take(6).Select(one => new Choice($"{one.Place}, {one.Schedule}", $"{verb} the digest subscription of {one.Place}{(schedule is null ? "" : " to " + schedule)}"))]);

    public static SkillResult TooMany() => SkillResult.No(
        ResultStatus.NotUnderstood, FormattableString.Invariant($"You have {Most} digests subscribed, and that is the most. Stop one first."));

    private static string Say(string place, string when) => $"Subscribe me to the digest of {place} {when}";
}
