namespace FactoryBot.Skills.Cards;

/// <summary>Decides where a link of a card may lead: https, and hosts that the plant has named.</summary>
public sealed class AllowedLinks(IEnumerable<string> hosts)
{
    private readonly string[] hosts = [.. hosts];

    public bool Allows(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttps
        && uri.UserInfo.Length == 0
        && hosts.Any(h => uri.IdnHost.Equals(h, StringComparison.OrdinalIgnoreCase)
            || uri.IdnHost.EndsWith("." + h, StringComparison.OrdinalIgnoreCase));

    /// <summary>The button; null where the address is not allowed, so that no card carries it.</summary>
    public OpenUrlAction? Open(string title, string? url) => Allows(url) ? new() { Title = title, Url = url! } : null;
}
