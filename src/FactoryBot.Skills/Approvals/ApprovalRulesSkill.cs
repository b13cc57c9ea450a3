using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>Who must agree to what, and who decides in the meantime.</summary>
internal sealed class ApprovalRulesSkill(ShowRules show, ChangeRules change, BeAway away) : ISkill
{
    public string? Module => null;

    [SkillFunction("approvals_rules", Permission = Permissions.QuotesView, Title = "Approval rules",
        Subjects = ["approval rules", "rules of approval", "approval limits", "approval policy", "approval thresholds", "rules for approval", "how does approval work", "how do approvals work", "approval escalation", "approval reminders"])]
    [Description("Shows the rules that say who must approve which quotes.")]
    [Example("Show the approval rules")]
    [Example("what are our approval rules")]
    [Example("list the rules for approval")]
    [Example("what is the approval policy")]
    [Example("which approval limits do we have")]
    public Task<SkillResult> RulesAsync(Asker asker, CancellationToken cancellationToken = default) => show.RunAsync(asker, cancellationToken);

    [SkillFunction("approvals_rule_add", Permission = Permissions.UsersManage, Title = "Add an approval rule")]
    [Description("Adds a rule that says whose approval quotes need: by amount, discount, margin, new customer or line of business. Give the words as they were said.")]
    [Example("Quotes over 10,000 need Ana")]
    [Example("discounts over 15 % need a manager")]
    [Example("margin below 20 % needs the owner")]
    [Example("new customers need approval by a manager")]
    [Example("add an approval rule: quotes over 50k need all managers")]
    public Task<SkillResult> AddAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "^quotes over # need", "^quotes above # need", "^quotes from # need", "^quotes of more than # need", "^quotes over ... need", "^quotes above ... need", "^any quote over ... needs",
            "^every quote needs", "^all quotes need", "^quotes need", "^quotes ... must be approved by", "^quotes over ... go to", "^quotes above ... go to", "^discounts over ... need",
            "^discounts above ... need", "^discount over ... needs", "^discount above ... needs", "^discounts ... must be approved by", "^margin below ... needs", "^margins below ... need",
            "^margin under ... needs", "^margins under ... need", "^new customers need", "^quotes for new customers need", "^quotes with ... need", "^new approval rule", "^add an approval rule",
            "^add approval rule", "^approval rule:", "... must approve quotes", "... must approve discounts", "... approves quotes", "... approves discounts", "... has to approve quotes",
        ]), Description("The rule, as it was said.")] string rule,
        CancellationToken cancellationToken = default) => change.AddAsync(rule, asker, cancellationToken);

    [SkillFunction("approvals_rule_remove", Permission = Permissions.UsersManage, Title = "Remove an approval rule")]
    [Description("Takes an approval rule away, by its number in the list or by words of its name.")]
    [Example("Remove approval rule 2")]
    [Example("delete the approval rule for new customers")]
    [Example("take the approval rule about discounts away")]
    public Task<SkillResult> RemoveAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values = ["^remove approval rule", "^remove the approval rule", "^delete approval rule", "^delete the approval rule", "^drop approval rule", "^take the approval rule", "^remove rule #", "^delete rule #", "^drop rule #", "^cancel the approval rule"]),
         Description("The rule's number, or the words that were said.")] string rule,
        CancellationToken cancellationToken = default) => change.RemoveAsync(rule, asker, cancellationToken);

    [SkillFunction("approvals_rules_undo", Permission = Permissions.UsersManage, Title = "Undo the last change of the approval rules",
        Undoes = ["approvals_rule_add", "approvals_rule_remove"],
        Subjects = ["undo the rule change", "undo the last rule change", "undo the approval rule", "undo that rule", "undo rule change", "undo the change of the approval rules"])]
    [Description("Puts the approval rules back as they were before their last change.")]
    [Example("Undo the last rule change")]
    [Example("undo the approval rule")]
    [Example("undo that rule")]
    public Task<SkillResult> UndoAsync(Asker asker, CancellationToken cancellationToken = default) => change.UndoAsync(asker, cancellationToken);

    [SkillFunction("approvals_away", Permission = Permissions.TenancyView, Title = "Let somebody decide for me while I am away")]
    [Description("While the asker is away another member decides on approvals for them. Give the words as they were said: who, and until when.")]
    [Example("I'm away until 3 December, Ben decides for me")]
    [Example("I am on holiday from Monday to Friday, Ben approves for me")]
    [Example("Ben decides for me until Friday")]
    [Example("out of office next week, Ana covers my approvals")]
    public Task<SkillResult> AwayAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "^i'm away", "^i am away", "^im away", "^i’m away", "^i will be away", "^i'll be away", "^i'm on holiday", "^i am on holiday", "^i'm on vacation", "^i am on vacation", "^i'm on leave", "^i am on leave",
            "^i'm out ", "^i am out ", "^i'm off ", "^i am off ", "^i'm out of office", "^out of office", "^on holiday", "^on vacation", "... decides for me", "... approves for me", "... decide for me", "... approve for me",
            "... covers my approvals", "... covers for me", "... takes my approvals", "^delegate my approvals",
        ]), Description("What was said.")] string words,
        CancellationToken cancellationToken = default) => away.SayAsync(words, asker, cancellationToken);

    [SkillFunction("approvals_back", Permission = Permissions.TenancyView, Title = "I am back", Undoes = ["approvals_away"],
        Subjects = ["i am back", "i'm back", "im back", "nobody decides for me", "end my delegation", "stop my delegation", "back from holiday", "back from vacation"])]
    [Description("Ends what the asker said about being away: nobody decides for them any more.")]
    [Example("I am back")]
    [Example("I'm back from holiday")]
    [Example("end my delegation")]
    [Example("I am back, nobody decides for me")]
    public Task<SkillResult> BackAsync(Asker asker, CancellationToken cancellationToken = default) => away.BackAsync(asker, cancellationToken);

    [SkillFunction("approvals_delegations", Permission = Permissions.TenancyView, Title = "Who decides for whom",
        Subjects = ["decides for whom", "delegations", "who is away", "deciding for whom", "approves for whom"])]
    [Description("Shows who is away and who decides for them.")]
    [Example("Who decides for whom?")]
    [Example("who is away")]
    [Example("show the delegations")]
    public Task<SkillResult> DelegationsAsync(Asker asker, CancellationToken cancellationToken = default) => away.ShowAsync(asker, cancellationToken);
}
