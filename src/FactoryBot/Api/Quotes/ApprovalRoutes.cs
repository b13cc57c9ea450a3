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
            .WithDocs<FigureAnswer>("Who must approve what", "Read only: rules are changed by a person who gives people rights, not by a key.");
        api.MapGet("/approvals/delegations", ApprovalHandlers.DelegationsAsync).Needs(Permissions.TenancyView)
            .WithDocs<FigureAnswer>("Who decides for whom", "While somebody is away. Read only: a person says so in the chat.");
        api.MapGet("/approvals/{id:guid}", ApprovalHandlers.GetAsync).Needs(Permissions.TenancyView)
            .WithDocs<FigureAnswer>("One request for approval", "With what is still needed and what was decided.");
        api.MapPost("/approvals/{id:guid}/decision", ApprovalHandlers.DecideAsync).Needs(Permissions.TenancyView).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<Decision, FigureAnswer>("Approve, reject or ask for changes", "Takes verdict (approve, reject, changes), contentHash and comment. Nothing is decided on one's own request, on other content, twice, or without the right.");
        api.MapPost("/quotes/{number}/decision", ApprovalHandlers.DecideQuoteAsync).Needs(Permissions.QuotesView, Modules.Quotes).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<Decision, FigureAnswer>("Approve, reject or ask for changes of a quote", "The same by the quote's number: verdict, contentHash or version, and comment.");
    }
}
