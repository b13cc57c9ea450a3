using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>What waits for a decision, and the decision itself: by a pressed button only.</summary>
internal sealed class ApprovalsSkill(ListWaiting waiting, TellWhatFollows follows, DecideApproval decide) : ISkill
{
    public string? Module => null;

    [SkillFunction("approvals_waiting", Permission = Permissions.TenancyView, Title = "What waits for my approval", Help = "What is waiting for my approval?",
        Subjects = ["waiting for me", "waiting for my approval", "my approvals", "open approvals", "to approve", "pending approvals", "approval requests", "need my approval", "needs my approval", "waiting 4 me"])]
    [Description("The requests for approval that wait for the asker's decision: quotes and others.")]
    [Example("What is waiting for my approval?")]
    [Example("waiting for me")]
    [Example("what do I have to approve")]
    [Example("my open approvals")]
    [Example("show pending approvals")]
    [Example("is anything waiting for me to approve")]
    [Example("which requests need my approval")]
    [Example("approval requests for me")]
    public Task<SkillResult> WaitingAsync(Asker asker, CancellationToken cancellationToken = default) => waiting.RunAsync(asker, cancellationToken);

    [SkillFunction("approvals_open", Permission = Permissions.TenancyView, Title = "Open a request for approval")]
    [Description("Shows the request for approval that is named, with the buttons to decide it. Words alone decide nothing.")]
    [Example("approve Q-00012")]
    [Example("reject quote 12")]
    public Task<SkillResult> OpenAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values = ["^approve it", "^approve that", "^request changes", "^approve q-#", "^approve quote q-#", "^approve quote #", "^reject q-#", "^reject quote q-#", "^reject quote #"]),
         Description("The words that were said.")] string request,
        CancellationToken cancellationToken = default) => waiting.OpenAsync(request, asker, cancellationToken);

    // Without examples: its patterns find it, and the sentences that other functions learn from stay as they are.
    [SkillFunction("approvals_follows", Permission = Permissions.TenancyView, Title = "Open requests for approval, and what follows", Unlearned = true)]
    [Description("The requests for approval that wait, who decides them, and who decides after that.")]
    public Task<SkillResult> FollowsAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "what happens if nobody approves", "what happens if nobody decides", "what happens if no one approves", "what happens if no one decides", "what happens when nobody approves",
            "what if nobody approves", "what if nobody decides", "what if no one approves", "what if no one decides", "what happens if ... is not approved", "what happens if ... isn't approved",
            "what if ... is not approved", "what if ... isn't approved", "what happens if ... does not approve", "what happens if ... doesn't approve", "what if ... does not approve", "what if ... doesn't approve",
            "what happens if ... does not decide", "what happens if ... doesn't decide", "who will be asked next", "who is asked next", "who gets asked next", "who will be asked after",
            "who is asked after", "who approves next", "who decides next", "who has to approve next", "when is the approval ... due", "when is the approval due", "when does the approval ... escalate",
            "when does the approval escalate", "when does ... escalate", "when will ... be reminded about the approval", "how long can the approval wait", "how long does ... have to approve",
        ]), Description("The quote's number, or the words that were said.")] string? request = null,
        CancellationToken cancellationToken = default) => follows.RunAsync(request ?? "", asker, cancellationToken);

    [SkillFunction("approvals_show", Permission = Permissions.TenancyView, Title = "Show a request for approval", ButtonOnly = true)]
    [Description("Shows one request for approval.")]
    public Task<SkillResult> ShowAsync(
        Asker asker, [Slot(SlotKind.FreeText), Description("The request's id.")] string request, CancellationToken cancellationToken = default) =>
        Guid.TryParse(request, out var id) ? waiting.ShowAsync(id, asker, cancellationToken) : Task.FromResult(ApprovalFailures.NoRequest());

    [SkillFunction("approvals_decide", Permission = Permissions.TenancyView, Title = "Decide a request for approval", ButtonOnly = true)]
    [Description("Approves, rejects or sends back what the card shows. Who may is checked when the button is pressed.")]
    public Task<SkillResult> DecideAsync(
        Asker asker,
        [Slot(SlotKind.FreeText), Description("The request's id.")] string request,
        [Slot(SlotKind.FreeText), Description("The content that the card showed.")] string hash,
        [Slot(SlotKind.FreeText), Description("approve, reject or changes.")] string verdict,
        [Slot(SlotKind.FreeText), Description("A comment for the requester.")] string? comment = null,
        CancellationToken cancellationToken = default) =>
        Guid.TryParse(request, out var id) && hash.Length is > 0 and <= 128 && hash.All(char.IsAsciiHexDigit)
            ? decide.RunAsync(id, hash, verdict, comment, asker, cancellationToken)
            : Task.FromResult(ApprovalFailures.NoRequest());
}
