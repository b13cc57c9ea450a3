using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FactoryBot.Tests.Channels.Teams;

/// <summary>A token issuer with keys of its own, its OpenID metadata and its key set on a loopback server.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    public const string App = "5f0d6a3e-8b1c-4b7e-9a55-0d6f3f2c9e11";
    public const string Issuer = "https://api.botframework.com";
    public const string ServiceUrl = "https://smba.example.test/emea/";
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, RSA> Keys = new() { ["first"] = RSA.Create(2048), ["second"] = RSA.Create(2048) };

    private readonly LoopbackServer server;

    private TestIssuer(LoopbackServer server) => this.server = server;

    /// <summary>The keys in the published set, with their endorsements; null for a key that has no such list.</summary>
    public Dictionary<string, string[]?> Published { get; } = new() { ["first"] = ["msteams", "webchat"] };

    public HttpMessageInvoker Http { get; } = new(new SocketsHttpHandler());

    public bool Broken { get; set; }

    public Uri Metadata => new(server.Url + "/v1/.well-known/openidconfiguration");

    public int Fetches => server.Calls.Count(c => c.Target == "/keys");

    public static async Task<TestIssuer> StartAsync()
    {
        var server = await LoopbackServer.StartAsync();
        var issuer = new TestIssuer(server);
        server.Answer = (call, context) =>
            issuer.Broken ? LoopbackServer.Reply(context, HttpStatusCode.InternalServerError, "")
            : LoopbackServer.Reply(context, HttpStatusCode.OK, call.Target == "/keys" ? issuer.KeySet() : issuer.Document());
        return issuer;
    }

    /// <summary>A good token, but for what the test changes in it.</summary>
    public static string Token(
        string key = "first", string algorithm = "RS256", Action<JsonObject>? claims = null, Action<JsonObject>? header = null)
    {
        var head = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = key };
        header?.Invoke(head);
        var body = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = App,
            ["nbf"] = Now.AddMinutes(-10).ToUnixTimeSeconds(),
            ["exp"] = Now.AddMinutes(50).ToUnixTimeSeconds(),
            ["serviceurl"] = ServiceUrl,
        };
        claims?.Invoke(body);
        var signed = Encode(head.ToJsonString()) + "." + Encode(body.ToJsonString());
        return signed + "." + Base64Url.EncodeToString(Sign(signed, key, algorithm));
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return server.DisposeAsync();
    }

    private static byte[] Sign(string text, string key, string algorithm)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        return algorithm switch
        {
            "none" => [],
            "HS256" => HMACSHA256.HashData("shared secret"u8, bytes),
            "RS384" => Keys[key].SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS512" => Keys[key].SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            _ => Keys[key].SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private string Document() => JsonSerializer.Serialize(new { issuer = Issuer, jwks_uri = server.Url + "/keys" });

    private string KeySet()
    {
        var keys = new JsonArray();
        foreach (var (id, endorsements) in Published)
        {
            var parameters = Keys[id].ExportParameters(includePrivateParameters: false);
            var key = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = id,
                ["n"] = Base64Url.EncodeToString(parameters.Modulus!),
                ["e"] = Base64Url.EncodeToString(parameters.Exponent!),
            };
            if (endorsements is not null)
                key["endorsements"] = JsonSerializer.SerializeToNode(endorsements);
            keys.Add(key);
        }
        return new JsonObject { ["keys"] = keys }.ToJsonString();
    }
}
