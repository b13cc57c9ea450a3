using FactoryBot.Api.Callers;
using FactoryBot.Api.Figures;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Api.Quotes;

/// <summary>The addresses of approvals. A decision names the content that was seen and is checked as a pressed button is, by the same rules and triggers.</summary>
internal static class ApprovalRoutes
{
    public static void MapApprovals(this RouteGroupBuilder api)
    {
        api.MapGet("/approvals", ApprovalHandlers.WaitingAsync).Needs(Permissions.TenancyView)
            .WithDocs<FigureAnswer>("What waits for the caller's decision", "Open requests that the caller may decide now, with the hash of the content that each is about. 404 where nothing waits.");
        api.MapGet("/approvals/rules", ApprovalHandlers.RulesAsync).Needs(Permissions.QuotesView, Modules.Quotes)
            .WithDocs<FigureAnswer>("Who must approve what", "In the order in which they are numbered, each with its id.");
        api.MapPost("/approvals/rules", ApprovalHandlers.AddRuleAsync).Needs(Permissions.UsersManage, Modules.Quotes).RequireRateLimiting(RateLimits.Setup)
            .WithDocs<NewRule, FigureAnswer>("A new rule", "Takes rule, in words: quotes over 10,000 need Ana, then the owner. What waits is asked again under it. With a key whose maker may give people rights; it stands in the audit log.");
        api.MapDelete("/approvals/rules/{rule}", ApprovalHandlers.RemoveRuleAsync).Needs(Permissions.UsersManage, Modules.Quotes)
            .WithDocs<FigureAnswer>("Take a rule away", "By its id, its number in the list or words of its name.").RequireRateLimiting(RateLimits.Setup);
        api.MapPost("/approvals/rules/undo", ApprovalHandlers.UndoRuleAsync).Needs(Permissions.UsersManage, Modules.Quotes)
            .WithDocs<FigureAnswer>("Take the last change of the rules back", "Asked again, it is made again.").RequireRateLimiting(RateLimits.Setup);
        api.MapGet("/approvals/delegations", ApprovalHandlers.DelegationsAsync).Needs(Permissions.TenancyView)
            .WithDocs<FigureAnswer>("Who decides for whom", "While somebody is away.");
        api.MapPut("/approvals/delegations", ApprovalHandlers.DelegateAsync).Needs(Permissions.UsersManage).RequireRateLimiting(RateLimits.Setup)
            .WithDocs<NewDelegation, FigureAnswer>("Somebody is away", "Takes member, to, from and through (days); it takes the place of what was said for that member before.");
        api.MapDelete("/approvals/delegations/{member}", ApprovalHandlers.EndDelegationAsync).Needs(Permissions.UsersManage)
            .WithDocs<FigureAnswer>("Somebody is back", "Nobody else decides for that member any more.").RequireRateLimiting(RateLimits.Setup);
        api.MapGet("/approvals/follows", ApprovalHandlers.FollowsAsync).Needs(Permissions.QuotesView, Modules.Quotes)
            .WithDocs<FigureAnswer>("What time does to an open request", "Of quote=, or of the caller's own: who is reminded when, who may decide too after that, who is asked next.");
        api.MapGet("/approvals/{id:guid}", ApprovalHandlers.GetAsync).Needs(Permissions.TenancyView)
            .WithDocs<FigureAnswer>("One request for approval", "With what is still needed and what was decided.");
        api.MapPost("/approvals/{id:guid}/decision", ApprovalHandlers.DecideAsync).Needs(Permissions.TenancyView).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<Decision, FigureAnswer>("Approve, reject or ask for changes", "Takes verdict (approve, reject, changes), contentHash and comment. Nothing is decided on one's own request, on other content, twice, or without the right.");
        api.MapPost("/quotes/{number}/decision", ApprovalHandlers.DecideQuoteAsync).Needs(Permissions.QuotesView, Modules.Quotes).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<Decision, FigureAnswer>("Approve, reject or ask for changes of a quote", "The same by the quote's number: verdict, contentHash or version, and comment.");
    }
}
