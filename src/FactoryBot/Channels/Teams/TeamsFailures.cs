using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Channels.Teams;

/// <summary>Everything that a caller of the bot endpoint, or a presser of a button, can be refused for, with its sentence.</summary>
internal static class TeamsFailures
{
    public static readonly TeamsRefusal TooLarge =
        new(StatusCodes.Status413PayloadTooLarge, "TooLarge", $"The activity is larger than {ActivityReader.MostBytes / 1024} KB.");

    public static readonly TeamsRefusal Malformed =
        new(StatusCodes.Status400BadRequest, "Malformed", "The body is not an activity in JSON (UTF-8).");

    public static readonly TeamsRefusal NotJson =
        new(StatusCodes.Status415UnsupportedMediaType, "NotJson", "Send the activity as application/json in UTF-8.");

    public static readonly TeamsRefusal Busy =
        new(StatusCodes.Status429TooManyRequests, "Busy", "Too many messages are waiting in this conversation. Send it again in a moment.");

    public static readonly TeamsRefusal Unavailable =
        new(StatusCodes.Status503ServiceUnavailable, "Unavailable", "The message could not be stored. Send it again in a moment.");

    /// <summary>The same words for every reason: whoever tries tokens learns nothing from them.</summary>
    public static readonly TeamsRefusal NoToken = new(
        StatusCodes.Status401Unauthorized, "Unauthorized",
        "This endpoint takes activities of the Bot Framework only, with a bearer token that was issued for this bot.");

    public static readonly TeamsRefusal NotLocal = new(
        StatusCodes.Status401Unauthorized, "Unauthorized",
        "This host is open to clients on its own machine only, with a serviceUrl on that machine. To connect it to Teams, set Teams:AppId.");

    public static readonly TeamsRefusal NotAllowed = new(
        StatusCodes.Status403Forbidden, "Forbidden", "The token is valid, but this organisation or channel may not use this bot.");

    public static TeamsRefusal Stranger(UnknownTenantException error) =>
        new(StatusCodes.Status403Forbidden, "UnknownTenant", error.Message);

    public const string NothingFound = "Nothing fits, or you may not see it.";
    public const string StillWorking = "This takes longer than usual. The answer will follow here.";
    public const string BusyNow = "Too many messages are waiting here. Please try again in a moment.";
    public const string NotSaved = "All right, it is not saved. The link in the answer still works for an hour.";
    public const string FileGone = "That file is no longer kept. Ask for it again.";
    public const string FileNotSaved = "It could not be saved in your OneDrive. Please use the link in the answer.";
    public const string CutRows = "Some rows are left out because the message would be too large.";
    public const string CutCard = "The table or chart is left out because the message would be too large. Ask for a shorter period or fewer machines.";

    public static TeamsRefusal Missing(string field) =>
        new(StatusCodes.Status400BadRequest, "MissingField", $"The activity has no {field}.");

    public static TeamsRefusal Unusable(string field) =>
        new(StatusCodes.Status400BadRequest, "UnusableField", $"The activity's {field} cannot be used: it is too long, or no id.");

    public static TeamsRefusal UnknownInvoke(string? name) =>
        new(StatusCodes.Status501NotImplemented, "NotImplemented", $"FactoryBot has no answer to the invoke \"{Shown(name)}\".");

    private static string Shown(string? name) => name is null ? "" : name.Length <= 64 ? name : name[..64];
}

/// <summary>A refused request: its HTTP status and the error that the caller reads.</summary>
internal sealed record TeamsRefusal(int Status, string Code, string Message);
