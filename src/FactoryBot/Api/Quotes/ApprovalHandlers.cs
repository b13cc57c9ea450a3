using System.Text.Json.Serialization.Metadata;
using FactoryBot.Api.Callers;
using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Quotes;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api.Quotes;

/// <summary>The same use cases that the buttons of an approval's card end in.</summary>
internal static class ApprovalHandlers
{
    public static async Task<IResult> WaitingAsync(HttpContext http, ListWaiting waiting, CancellationToken cancellationToken) =>
        QuoteHandlers.Answer(http, await waiting.ListAsync(http.Asker(), cancellationToken));

    public static async Task<IResult> RulesAsync(HttpContext http, ShowRules rules, CancellationToken cancellationToken) =>
        QuoteHandlers.Answer(http, await rules.RunAsync(http.Asker(), cancellationToken));

    public static Task<IResult> AddRuleAsync(HttpContext http, ChangeRules rules, IOptions<ApiOptions> options, CancellationToken cancellationToken) =>
        ReadAsync(http, ApiJson.Default.NewRule, options, body => rules.AddAsync(body.Rule, http.Asker(), cancellationToken), cancellationToken);

    public static async Task<IResult> RemoveRuleAsync(HttpContext http, string rule, ChangeRules rules, CancellationToken cancellationToken) =>
        QuoteHandlers.Answer(http, await rules.RemoveAsync(rule, http.Asker(), cancellationToken));

    public static async Task<IResult> UndoRuleAsync(HttpContext http, ChangeRules rules, CancellationToken cancellationToken) =>
        QuoteHandlers.Answer(http, await rules.UndoAsync(http.Asker(), cancellationToken));

    public static Task<IResult> DelegateAsync(HttpContext http, BeAway away, IOptions<ApiOptions> options, CancellationToken cancellationToken) =>
        ReadAsync(http, ApiJson.Default.NewDelegation, options, body => away.SetAsync(body.Member, body.To, body.From, body.Through, http.Asker(), cancellationToken), cancellationToken);

    public static async Task<IResult> EndDelegationAsync(HttpContext http, string member, BeAway away, CancellationToken cancellationToken) =>
        QuoteHandlers.Answer(http, await away.SetAsync(member, null, null, null, http.Asker(), cancellationToken));

    public static async Task<IResult> FollowsAsync(HttpContext http, string? quote, TellWhatFollows follows, CancellationToken cancellationToken) =>
        QuoteHandlers.Answer(http, await follows.RunAsync(quote ?? "", http.Asker(), cancellationToken));

    public static async Task<IResult> DelegationsAsync(HttpContext http, BeAway away, CancellationToken cancellationToken) =>
        QuoteHandlers.Answer(http, await away.ShowAsync(http.Asker(), cancellationToken));

    public static async Task<IResult> GetAsync(HttpContext http, Guid id, ListWaiting waiting, CancellationToken cancellationToken) =>
        QuoteHandlers.Answer(http, await waiting.DataAsync(id, http.Asker(), cancellationToken));

    public static Task<IResult> DecideAsync(HttpContext http, Guid id, DecideApproval decide, IOptions<ApiOptions> options, CancellationToken cancellationToken) =>
        DecideAsync(http, options, decision => decision.ContentHash is { Length: > 0 and <= 128 } hash && hash.All(char.IsAsciiHexDigit)
            ? decide.RunAsync(id, hash.ToLowerInvariant(), decision.Verdict, decision.Comment, http.Asker(), cancellationToken)
            : Task.FromResult(QuoteFailures.SeenWhat("this request")), cancellationToken);

    public static Task<IResult> DecideQuoteAsync(HttpContext http, string number, DecideQuote decide, IOptions<ApiOptions> options, CancellationToken cancellationToken) =>
        DecideAsync(http, options, decision => decide.RunAsync(
            QuoteHandlers.Number(number), decision.ContentHash, decision.Version, decision.Verdict, decision.Comment, http.Asker(), cancellationToken), cancellationToken);

    private static Task<IResult> DecideAsync(
        HttpContext http, IOptions<ApiOptions> options, Func<Decision, Task<SkillResult>> decide, CancellationToken cancellationToken) =>
        ReadAsync(http, ApiJson.Default.Decision, options, decide, cancellationToken);

    private static async Task<IResult> ReadAsync<T>(
        HttpContext http, JsonTypeInfo<T> type, IOptions<ApiOptions> options, Func<T, Task<SkillResult>> answer, CancellationToken cancellationToken)
        where T : class
    {
        var (body, problem) = await JsonBody.ReadAsync(http.Request, type, options.Value.BodyBytes, cancellationToken);
        return problem is not null ? problem.ToResult(http) : QuoteHandlers.Answer(http, await answer(body!));
    }
}
