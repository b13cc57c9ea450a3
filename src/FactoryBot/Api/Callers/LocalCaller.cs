using System.Net;
using Microsoft.Extensions.Primitives;

namespace FactoryBot.Api.Callers;

/// <summary>Decides whether a request without a key comes from a program on this very machine.</summary>
internal static class LocalCaller
{
    private static readonly string[] SignsOfAProxy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && SignsOfAProxy.All(header => StringValues.IsNullOrEmpty(http.Request.Headers[header]))
        && IsLoopbackName(http.Request.Host.Host)
        && IsLoopbackPage(http.Request.Headers.Origin);

    // A page from elsewhere can point its own name at 127.0.0.1; the Host header still shows that name.
    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsLoopbackPage(StringValues origin) =>
        StringValues.IsNullOrEmpty(origin) || (Uri.TryCreate(origin.ToString(), UriKind.Absolute, out var uri) && IsLoopbackName(uri.Host.Trim('[', ']')));
}
