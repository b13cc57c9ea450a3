using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Digest;

internal sealed class DigestSkill(ComposeDigest digest, HandOverShift handover) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_digest", Permission = Permissions.MetricsView, Title = "What happened: the daily digest",
        Subjects = ["digest", "daily digest", "daily report", "daily summary", "summary", "recap", "roundup", "morning report", "what happened", "briefing", "overview",
            "up to speed",
            "rundown", "lowdown", "gist", "scoop", "debrief", "highlights",
            "wrap up", "day report", "plant report"])]
    [Description("A digest of a day or another time on one page: OEE with its change, pieces and scrap, downtime, the top losses, machines with the "
        + "lowest OEE, major stops and quality issues, for one machine, one line, one site or the whole plant.")]
    [Example("Give me the daily digest")]
    [Example("what happened yesterday")]
    [Example("digest of line 2")]
    [Example("daily summary for the whole plant")]
    [Example("morning report please")]
    [Example("recap of last week for line 1")]
    [Example("summarise yesterday")]
    [Example("summarize last week on line 2")]
    [Example("what happened on line 1 on Tuesday")]
    [Example("give me an overview of yesterday")]
    [Example("the daily report for Main Plant")]
    [Example("anything I should know about yesterday")]
    [Example("what happened at CNC-001 yesterday")]
    [Example("what went wrong yesterday")]
    [Example("briefing for the morning meeting")]
    [Example("sum up yesterday")]
    [Example("anything to report from yesterday")]
    [Example("what did I miss yesterday")]
    [Example("bring me up to speed on line 2")]
    [Example("catch me up on yesterday")]
    [Example("fill me in on yesterday")]
    [Example("what was going on yesterday")]
    [Example("anything happen last night")]
    [Example("give me an update on line 2 yesterday")]
    [Example("any news from yesterday")]
    [Example("quick rundown of yesterday")]
    [Example("highlights of last week")]
    [Example("what is new since yesterday")]
    [Example("what do I need to know about yesterday")]
    [Example("what was the story on line 1 yesterday")]
    [Example("tell me about yesterday")]
    [Example("wrap up of yesterday")]
    [Example("yesterday in short")]
    [Example("report of yesterday")]
    [Example("yesterday's report")]
    [Example("anything important yesterday")]
    [Example("anything special yesterday")]
    [Example("any trouble last night")]
    [Example("what was the day like")]
    [Example("the big picture of last week")]
    [Example("what should I know about yesterday")]
    [Example("give me the news of yesterday")]
    [Example("plant report for yesterday")]
    [Example("how are we doing", Learned = false)]
    [Example("what's up in the plant", Learned = false)]
    [Example("what's up", Learned = false)]
    [Example("what's going on in the plant", Learned = false)]
    [Example("anything I should know", Learned = false)]
    [Example("anything I need to know", Learned = false)]
    [Example("anything I should worry about on line 2", Learned = false)]
    [Example("what is happening in the plant", Learned = false)]
    public Task<SkillResult> DigestAsync(
        Asker asker,
        [Slot(SlotKind.Machine), Description("One machine by name; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Line), Description("One line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Site), Description("One site by name; leave out for all.")] string? site = null,
        [Slot(SlotKind.Shift), Description("One shift by name; leave out for all.")] string? shift = null,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, for example 2026-11-09/2026-11-15, "
            + "or one day; leave out for the last finished day.")] string? period = null,
        CancellationToken cancellationToken = default) =>
        digest.AnswerAsync(asker, new() { Machine = machine, Line = line, Site = site, Shift = shift, Period = period }, cancellationToken);

    [SkillFunction("metrics_handover", Permission = Permissions.MetricsView, Title = "Shift hand-over",
        Subjects = ["handover", "handovers", "hand", "shift report", "shift summary", "end of shift report", "takeover",
            "shift notes", "turnover report", "shift change",
            "handoff", "hand off", "shift briefing", "shift handoff"])]
    [Description("The hand-over of a shift on one page: what it made, OEE against the day before, downtime, top losses, major stops and the quality "
        + "issues that it leaves; without a shift the one that ended last.")]
    [Example("Shift handover")]
    [Example("hand over of the night shift")]
    [Example("shift report line 1")]
    [Example("give me the handover for the day shift yesterday")]
    [Example("what did the last shift leave us")]
    [Example("what do I take over from the night shift")]
    [Example("end of shift report for line 2")]
    [Example("shift summary night shift")]
    [Example("prepare the shift handover")]
    [Example("handover notes of the previous shift")]
    [Example("handover report for Packaging-001")]
    [Example("how did the last shift go")]
    [Example("what did the night shift leave")]
    [Example("what did the night shift leave for us")]
    [Example("I am taking over from the early shift what do I need to know")]
    [Example("what do I need to know from the night shift")]
    [Example("handover from nights")]
    [Example("taking over from the night shift")]
    [Example("shift notes of the night shift")]
    [Example("what should the next shift know")]
    [Example("turnover report of the day shift")]
    [Example("shift change report")]
    [Example("shift handoff")]
    [Example("hand off from the night shift")]
    [Example("shift briefing")]
    [Example("what is open from the last shift")]
    [Example("what should I tell the next shift")]
    [Example("how did the last shift leave things")]
    [Example("handover sheet")]
    public Task<SkillResult> HandoverAsync(
        Asker asker,
        [Slot(SlotKind.Machine), Description("One machine by name; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Line), Description("One line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Site), Description("One site by name; leave out for all.")] string? site = null,
        [Slot(SlotKind.Shift, LeftOut = ClockShifts.Ended), Description("The shift by name; leave out for the one that ended last.")] string? shift = null,
        [Slot(SlotKind.Period), Description("The day on which the shift began, as 2026-11-12; leave out for the latest.")] string? period = null,
        CancellationToken cancellationToken = default) =>
        handover.AnswerAsync(asker, new() { Machine = machine, Line = line, Site = site, Shift = shift, Period = period }, cancellationToken);
}
