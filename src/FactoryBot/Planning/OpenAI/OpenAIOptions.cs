using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Planning.OpenAI;

/// <summary>How FactoryBot shows itself to the model's server.</summary>
public enum OpenAIAuth
{
    /// <summary>The key as <c>Authorization: Bearer</c>: OpenAI, Azure OpenAI v1 and most compatible servers.</summary>
    Key,

    /// <summary>The key in the header <c>api-key</c>: Azure OpenAI behind gateways that insist on it.</summary>
    ApiKeyHeader,

    /// <summary>A Microsoft Entra token of the host's own identity (managed identity, environment, Azure CLI).</summary>
    Entra,

    /// <summary>Nothing: a server of one's own that asks for nothing.</summary>
    None,
}

/// <summary>The language model, section <c>OpenAI</c>. Without <see cref="Model"/> there is none and the built-in planner answers all.</summary>
public sealed class OpenAIOptions : IValidatableObject
{
    public const string Section = "OpenAI";

    /// <summary>Base address of the API. Default null: OpenAI's own. Azure OpenAI: <c>https://NAME.openai.azure.com/openai/v1/</c>;
    /// a local server for example <c>http://127.0.0.1:11434/v1</c>.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Model, or name of the deployment on Azure. Default null: no language model.</summary>
    public string? Model { get; set; }

    /// <summary>The key, for <see cref="OpenAIAuth.Key"/> and <see cref="OpenAIAuth.ApiKeyHeader"/>. Default null.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Key, ApiKeyHeader, Entra or None. Default Key.</summary>
    public OpenAIAuth Auth { get; set; }

    /// <summary>For Entra: what the token is asked for. Default <c>https://ai.azure.com/.default</c>.</summary>
    [Required]
    public string EntraScope { get; set; } = "https://ai.azure.com/.default";

    /// <summary>Reads answers as a stream: for gateways that cut connections on which nothing is sent for a while. Default false.</summary>
    public bool Streaming { get; set; }

    /// <summary>Price of a million tokens read, in a currency of your choice. Default 0, 0 to 10,000.</summary>
    [Range(0, 10_000)]
    public decimal PriceInPerMillion { get; set; }

    /// <summary>Price of a million tokens written. Default 0, 0 to 10,000.</summary>
    [Range(0, 10_000)]
    public decimal PriceOutPerMillion { get; set; }

    /// <summary>Further tries after 408, 429, 5xx or a connection that could not be made. Default 2, 0 to 5.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    /// <summary>Seconds a server may ask to wait; if it asks for more, it is not tried again. Default 8, 1 to 60.</summary>
    [Range(1, 60)]
    public int LongestWaitSeconds { get; set; } = 8;

    /// <summary>Seconds without a byte from the server after which a try is given up. Default 25, 1 to 600.</summary>
    [Range(1, 600)]
    public int NetworkSeconds { get; set; } = 25;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Model);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is not null && (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")))
            yield return new("OpenAI:Endpoint must be an absolute http or https address.", [nameof(Endpoint)]);
        if (IsConfigured && Auth is (OpenAIAuth.Key or OpenAIAuth.ApiKeyHeader) && string.IsNullOrWhiteSpace(ApiKey))
            yield return new("OpenAI:ApiKey is missing; set it, or OpenAI:Auth to Entra or None.", [nameof(ApiKey)]);
    }
}
