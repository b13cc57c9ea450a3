namespace FactoryBot.Skills.Cards;

public sealed record CodeBlock : CardElement
{
    public required string CodeSnippet { get; init; }

    /// <summary>As Teams names them: Sql, Json, PlainText...</summary>
    public string? Language { get; init; }

    protected override CardElement OwnFallback() => TextBlock.Of(CodeSnippet) with { FontType = Cards.FontType.Monospace };
}
