using System.Data.Common;
using FactoryBot.Channels.Teams.Trust;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Skills.Tenancy;
using Microsoft.Net.Http.Headers;

namespace FactoryBot.Channels.Teams;

/// <summary>The messaging endpoint of the bot registration.</summary>
public static class TeamsEndpoint
{
    /// <summary>Where the Bot Framework posts activities.</summary>
    public const string Path = "/api/messages";

    /// <summary>Maps POST <see cref="Path"/>; routing answers other methods with 405.</summary>
    public static IEndpointConventionBuilder MapTeams(this IEndpointRouteBuilder endpoints)
    {
        var gate = endpoints.ServiceProvider.GetRequiredService<TeamsGate>();
        var activities = endpoints.ServiceProvider.GetRequiredService<TeamsActivities>();
        var log = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(TeamsEndpoint));
        return endpoints.MapPost(Path, context => HandleAsync(context, gate, activities, log));
    }

    private static async Task HandleAsync(HttpContext context, TeamsGate gate, TeamsActivities activities, ILogger log)
    {
        var hungUp = context.RequestAborted;
        try
        {
            var response = await AnswerAsync(context, gate, activities, log, hungUp);
            await response.WriteAsync(context.Response, hungUp);
        }
        catch (Exception error) when (hungUp.IsCancellationRequested && error is OperationCanceledException or IOException)
        {
            // Nobody is there to be answered. What had been accepted is stored and its answer goes through the connector.
            context.Abort();
        }
    }

    private static async Task<TeamsResponse> AnswerAsync(
        HttpContext context, TeamsGate gate, TeamsActivities activities, ILogger log, CancellationToken hungUp)
    {
        var request = context.Request;
        var header = await gate.CheckHeaderAsync(context);
        if (header.Reason is { } reason)
            return Shut(StatusCodes.Status401Unauthorized, reason, gate, log);
        if (!IsJson(request.ContentType))
            return TeamsResponse.Refuse(TeamsFailures.NotJson);

        var (activity, refusal) = await ActivityReader.ReadAsync(request.BodyReader, request.ContentLength, hungUp);
        if (activity is null)
            return TeamsResponse.Refuse(refusal!);
        var entrance = gate.CheckActivity(header.Token, activity);
        if (entrance.Caller is not { } caller)
            return Shut(entrance.Status, entrance.Reason!, gate, log);
        try
        {
            return await activities.TakeAsync(activity, caller, hungUp);
        }
        catch (UnknownTenantException error)
        {
            return TeamsResponse.Refuse(TeamsFailures.Stranger(error));
        }
        catch (Exception error) when (error is DbException or TimeoutException)
        {
            // Nothing was acknowledged, so the sender may try again; the details are the log's alone.
            log.NotStored(error, activity.Id ?? "");
            return TeamsResponse.Refuse(TeamsFailures.Unavailable);
        }
    }

    // Strangers learn what is expected of them, not what was wrong: that is the log's.
    private static TeamsResponse Shut(int status, string reason, TeamsGate gate, ILogger log)
    {
        log.Refused(status, reason);
        return TeamsResponse.Refuse(status != StatusCodes.Status401Unauthorized ? TeamsFailures.NotAllowed : gate.IsLocal ? TeamsFailures.NotLocal : TeamsFailures.NoToken);
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
