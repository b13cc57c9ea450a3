using System.Net;

namespace FactoryBot.Channels.Teams.Trust;

/// <summary>The dangerous mode without tokens: everything about the request must say that it never left this machine.</summary>
internal static class LocalCalls
{
    public static string? Refuse(HttpContext context)
    {
        var request = context.Request;
        if (context.Connection.RemoteIpAddress is not { } caller || !IPAddress.IsLoopback(caller))
            return "the caller is not on the loopback interface";
        // A proxy or a tunnel on this machine makes strangers look local.
        if (request.Headers.ContainsKey("X-Forwarded-For") || request.Headers.ContainsKey("Forwarded"))
            return "the call was forwarded";
        // A page in a browser on this machine is a stranger too, by its own name or by one that it made resolve to loopback.
        if (request.Headers.ContainsKey("Origin"))
            return "the call comes from a web page";
        return ServiceUrls.IsLoopback("http://" + request.Host.Value) ? null : "the call names another host";
    }
}
