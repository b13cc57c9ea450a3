using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Skills.Vectors;

/// <summary>What makes vectors of texts, section <c>Documents:Embedding</c>: a model behind a server where <see cref="Model"/> names one,
/// otherwise the small encoder inside the process, otherwise words and parts of words. The last two need no network.</summary>
public sealed class EmbeddingOptions : IValidatableObject
{
    public const string Section = "Documents:Embedding";

    /// <summary>Under which the host registers the encoder inside the process.</summary>
    public const string EncoderKey = "encoder";

    /// <summary>Whether the encoder inside the process is used where no <see cref="Model"/> is set: it needs some 200 MB of memory once there are
    /// documents, and one core while it reads them. Default true.</summary>
    public bool Encoder { get; set; } = true;

    /// <summary>Base address of an API like OpenAI's. Default <c>https://api.openai.com/v1</c>; Azure: <c>https://NAME.openai.azure.com/openai/v1</c>;
    /// a server of one's own for example <c>http://127.0.0.1:11434/v1</c>.</summary>
    [Required]
    public string Endpoint { get; set; } = "https://api.openai.com/v1";

    /// <summary>Model, or name of the deployment on Azure. Default null: none.</summary>
    public string? Model { get; set; }

    /// <summary>The key, sent as <c>Authorization: Bearer</c>. Default null: none is sent.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Numbers of a vector that the model is asked for. Default 256, 0 to 256; 0 for models that cannot be asked. What is longer is
    /// folded to 256.</summary>
    [Range(0, VectorText.Dimensions)]
    public int Dimensions { get; set; } = VectorText.Dimensions;

    /// <summary>Texts in one request. Default 96, 1 to 2,048.</summary>
    [Range(1, 2_048)]
    public int Batch { get; set; } = 96;

    /// <summary>Further tries after 408, 429, 5xx or a connection that could not be made. Default 2, 0 to 5.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    /// <summary>Seconds for one try. Default 15, 1 to 300.</summary>
    [Range(1, 300)]
    public int Seconds { get; set; } = 15;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Model);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            yield return new("Documents:Embedding:Endpoint must be an absolute http or https address.", [nameof(Endpoint)]);
    }
}
