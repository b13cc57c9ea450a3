namespace FactoryBot.Skills.Charts;

/// <summary>The background that a chart is drawn for.</summary>
public enum ChartTheme
{
    /// <summary>Light or dark as the reader's device prefers; for clients that draw SVG themselves.</summary>
    Automatic,
    Light,
    Dark,
}
