using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>In which channels requests are shown.</summary>
internal sealed class ApprovalPlacesSkill(ShowRequestsHere here) : ISkill
{
    public string? Module => null;

    [SkillFunction("approvals_here", Permission = Permissions.UsersManage, Title = "Show requests for approval in this channel")]
    [Description("From now on requests for approval are shown in the channel where this is said, to everybody there; only those who may can decide. Give the words as they were said; they may name one approval rule.")]
    [Example("Post approval requests here")]
    [Example("show the approval requests in this channel")]
    [Example("send approval cards into this channel")]
    [Example("post the requests of rule 2 here")]
    public Task<SkillResult> HereAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "^post approval requests", "^post approvals", "^post the approvals", "^post the approval requests", "^post approval cards", "^post the approval cards", "^post requests of rule #", "^post the requests of rule #",
            "^post requests for approval", "^post the requests for approval", "^show approval requests in this", "^show the approval requests in this", "^show approval requests here", "^show the approval requests here",
            "^show approvals in this channel", "^show approval cards in this", "^show the requests of rule # here", "^show requests of rule # here", "^send approval requests here", "^send approval requests into this",
            "^send approval requests to this", "^send the approval requests", "^send approval cards", "^send approvals here", "^send approvals to this channel", "^approval requests should come here",
            "^approval requests go here", "^approvals go here", "^approval cards go here", "^put approval requests", "^put the approvals in this channel", "^put approvals in this channel",
        ]), Description("What was said.")] string words,
        CancellationToken cancellationToken = default) => here.StartAsync(words, asker, cancellationToken);

    [SkillFunction("approvals_not_here", Permission = Permissions.UsersManage, Title = "Show no more requests for approval in this channel",
        Subjects = ["stop posting approval requests", "stop posting approvals", "no more approval requests here", "no more approvals here", "stop showing approval requests", "stop the approval requests here", "stop approval cards"])]
    [Description("New requests for approval are not shown any more in the channel where this is said.")]
    [Example("Stop posting approval requests here")]
    [Example("no more approvals here")]
    [Example("stop showing approval requests in this channel")]
    public Task<SkillResult> NotHereAsync(Asker asker, CancellationToken cancellationToken = default) => here.StopAsync(asker, cancellationToken);
}
