using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Subscriptions;

internal sealed class SubscriptionSkill(ManageSubscriptions manage) : ISkill
{
    private const string When = "The days and the time, such as \"every weekday at 06:15\".";

    public string Module => "metrics";

    [SkillFunction("metrics_digest_subscribe", Permission = Permissions.MetricsSubscribe, Title = "Send me the digest regularly", Help = "Send me the digest every weekday at 6:15", Repeats = ["metrics_digest", "metrics_handover"],
        Subjects = ["subscribe to the digest", "subscribe me to the digest", "send me the digest", "send the digest", "digest subscription"])]
    [Description("Subscribes the asker to the daily digest of a machine, a line, a site or the whole plant, sent by itself on given days at a given time.")]
    [Example("Subscribe me to the digest of the whole plant every weekday at 06:15")]
    [Example("send me the digest of line 2 every weekday at 6:15")]
    [Example("I want the digest of line 1 every day at 7")]
    [Example("daily digest for packaging 1 at 6:30 every morning")]
    [Example("get me the digest mondays at 8")]
    [Example("mail me the digest of the plant every weekday at 5:45")]
    [Example("subscribe to the digest of CNC-001 every Monday and Thursday at 14:00")]
    [Example("can you send me a digest every day at 6")]
    [Example("digest every weekday at 6:15 please")]
    [Example("set up a digest of line 2 daily at 7 am")]
    [Example("schedule the digest for every weekday at 6")]
    [Example("start sending me the digest every morning at 6")]
    [Example("I would like the summary of CNC-001 every Monday at 6:30", Learned = false)]
    [Example("put the digest of line 1 in my chat every weekday at 7", Learned = false)]
    [Example("could I get the summary sent every morning at 6", Learned = false)]
    public Task<SkillResult> SubscribeAsync(
        Asker asker,
        [Slot(SlotKind.Schedule), Description(When)] string? schedule = null,
        [Slot(SlotKind.Machine), Description("One machine by name; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Line), Description("One line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Site), Description("One site by name; leave out for all.")] string? site = null,
        CancellationToken cancellationToken = default) =>
        manage.AddAsync(asker, new(machine, line, site, schedule), cancellationToken);

    [SkillFunction("metrics_digest_subscriptions", Permission = Permissions.MetricsView, Title = "My digest subscriptions",
        Subjects = ["my digest subscriptions", "my subscriptions", "subscriptions", "subscribed digests"])]
    [Description("Lists the digests that the asker gets by itself, with their days and times.")]
    [Example("What are my digest subscriptions?")]
    [Example("list my subscriptions")]
    [Example("which digests do I get")]
    [Example("what digests do I get")]
    [Example("show my subscriptions")]
    [Example("what am I subscribed to")]
    [Example("when does my digest come")]
    [Example("which digests am I subscribed to")]
    [Example("do I have any subscriptions")]
    [Example("my subscriptions please")]
    [Example("what subscriptions do I have")]
    [Example("which digests are sent to me")]
    [Example("am I subscribed to a digest")]
    [Example("what digests am I getting")]
    [Example("what am I signed up for", Learned = false)]
    [Example("which reports do I get from you", Learned = false)]
    [Example("what reports am I getting", Learned = false)]
    [Example("what do you send me regularly", Learned = false)]
    public Task<SkillResult> ListAsync(Asker asker, CancellationToken cancellationToken = default) => manage.ListAsync(asker, cancellationToken);

    [SkillFunction("metrics_digest_change", Permission = Permissions.MetricsSubscribe, Title = "Change when my digest comes",
        Subjects = ["change the digest", "change my digest", "move my digest", "move the digest", "change the digest subscription", "change my digest subscription", "reschedule the digest",
            "make my digest", "make the digest", "push my digest", "delay my digest", "bring my digest forward", "put my digest", "digest come at", "my digest come", "for my digest", "get my digest at", "have my digest at", "want my digest at"])]
    [Description("Changes the days or the time of one of the asker's digests.")]
    [Example("Change my digest to every weekday at 07:00")]
    [Example("change the digest of line 2 to 7:00")]
    [Example("move my digest to 6:45")]
    [Example("change the digest subscription of line 1 to mondays")]
    [Example("change my digest to every day at 6")]
    [Example("move the digest of line 2 to every Monday at 8")]
    [Example("reschedule the digest to 5:30")]
    [Example("change my digest subscription to every weekday at 6:30")]
    [Example("can you move my digest to 7 am")]
    [Example("change the time of my digest to 7:15")]
    [Example("move the digest of the plant to 6:00")]
    [Example("please change my digest to weekdays at 6")]
    [Example("make my digest come at 7 instead of 6", Learned = false)]
    [Example("can my digest come at half past six instead", Learned = false)]
    [Example("push my digest back to 8", Learned = false)]
    public Task<SkillResult> ChangeAsync(
        Asker asker,
        [Slot(SlotKind.Schedule), Description(When + " The days or the time alone keep the other.")] string? schedule = null,
        [Slot(SlotKind.Machine), Description("Of which machine, where there is more than one digest.")] string? machine = null,
        [Slot(SlotKind.Line), Description("Of which line, where there is more than one digest.")] string? line = null,
        [Slot(SlotKind.Site), Description("Of which site, where there is more than one digest.")] string? site = null,
        CancellationToken cancellationToken = default) =>
        manage.ChangeAsync(asker, new(machine, line, site, schedule), cancellationToken);

    [SkillFunction("metrics_digest_stop", Permission = Permissions.MetricsSubscribe, Title = "Stop a digest",
        Subjects = ["stop the digest", "stop my digest", "unsubscribe", "cancel my digest", "cancel the digest", "stop sending me the digest", "stop the digest subscription", "stop the subscription", "cancel my subscription"])]
    [Description("Stops one of the asker's digests.")]
    [Example("Stop my digest")]
    [Example("unsubscribe me from the digest of line 2")]
    [Example("stop sending me the digest")]
    [Example("stop the digest of line 1")]
    [Example("cancel my digest subscription")]
    [Example("unsubscribe")]
    [Example("cancel the digest of CNC-001")]
    [Example("no more digests please")]
    [Example("I do not want the digest any more")]
    [Example("stop the digest subscription of the whole plant")]
    [Example("please cancel my subscription")]
    [Example("end my digest subscription")]
    public Task<SkillResult> StopAsync(
        Asker asker,
        [Slot(SlotKind.Machine), Description("Of which machine, where there is more than one digest.")] string? machine = null,
        [Slot(SlotKind.Line), Description("Of which line, where there is more than one digest.")] string? line = null,
        [Slot(SlotKind.Site), Description("Of which site, where there is more than one digest.")] string? site = null,
        CancellationToken cancellationToken = default) =>
        manage.StopAsync(asker, new(machine, line, site, null), cancellationToken);
}
