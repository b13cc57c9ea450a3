using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Api;

/// <summary>A list of origins, each complete and exact: a wildcard would let any web page ask in a signed-in person's name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OriginsAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        foreach (var origin in value as string[] ?? [])
        {
            if (origin.Contains('*', StringComparison.Ordinal))
                return new($"Api:AllowedOrigins must not hold '{origin}': name each origin, such as https://board.example.");
            if (!IsOrigin(origin))
                return new($"Api:AllowedOrigins: '{origin}' is not an origin: scheme, host and port only, such as https://board.example:8443.");
        }
        return ValidationResult.Success;
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority) == text
        && uri.UserInfo.Length == 0;
}
