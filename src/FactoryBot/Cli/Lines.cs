namespace FactoryBot.Cli;

/// <summary>Rows under each other, readable by a person and by cut or awk.</summary>
internal static class Lines
{
    public static async Task WriteAsync(CommandContext context, string[] headers, IEnumerable<string[]> rows)
    {
        string[][] all = [headers, .. rows];
        var widths = headers.Select((_, i) => all.Max(row => row[i].Length)).ToArray();
        foreach (var row in all)
            await context.Output.WriteLineAsync(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
    }
}
