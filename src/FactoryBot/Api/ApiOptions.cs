using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Api;

/// <summary>Limits and doors of the REST API. Section <c>Api</c>.</summary>
public sealed class ApiOptions
{
    /// <summary>Web pages on other origins that may call the API, each as scheme, host and port ("https://board.example:8443").
    /// Default none; <c>*</c> is refused.</summary>
    [Origins] public string[] AllowedOrigins { get; set; } = [];

    /// <summary>Chat messages per minute and caller. Default 10, range 1 to 10,000.</summary>
    [Range(1, 10_000)] public int ChatPerMinute { get; set; } = 10;

    /// <summary>Loads of the demo plant per minute and caller. Default 5, range 1 to 100.</summary>
    [Range(1, 100)] public int SetupPerMinute { get; set; } = 5;

    /// <summary>Requests for figures per minute and caller. Default 300, range 1 to 100,000.</summary>
    [Range(1, 100_000)] public int ReadsPerMinute { get; set; } = 300;

    /// <summary>Characters of one chat message. Default 2,000, range 1 to 2,000.</summary>
    [Range(1, 2_000)] public int MessageCharacters { get; set; } = 2_000;

    /// <summary>Messages of one chat request, the new one included. Default 50, range 1 to 50.</summary>
    [Range(1, 50)] public int ChatMessages { get; set; } = 50;

    /// <summary>Characters of all messages of one chat request together. Default 50,000, range 1 to 50,000.</summary>
    [Range(1, 50_000)] public int ChatCharacters { get; set; } = 50_000;

    /// <summary>Bytes of a request's body. Default 524,288 (50,000 characters with every one escaped, and room), range 1,024 to 16,777,216.</summary>
    [Range(1_024, 16_777_216)] public int BodyBytes { get; set; } = 512 * 1024;

    /// <summary>Seconds a chat request waits for its answer. Default 75, range 1 to 600.</summary>
    [Range(1, 600)] public int AnswerSeconds { get; set; } = 75;

    /// <summary>Lets programs on this very machine in without a key, as a member of the demo tenant. Default false. Only for a
    /// developer's machine: never behind a proxy, whose requests all look local.</summary>
    public bool DangerouslyAllowLoopbackWithoutKey { get; set; }
}
