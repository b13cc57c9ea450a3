using System.Text;
using FactoryBot.Channels.Teams.Connector;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Skills.Cards;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.Teams;

/// <summary>Writes a message that Teams accepts: what makes it too large is cut, the longest tables first, and the reader told.</summary>
internal sealed class MessageFitter(IOptions<TeamsOptions> settings, ILogger<MessageFitter> log)
{
    private readonly int most = settings.Value.LargestMessageKilobytes * 1024;

    // Two bytes for each character of UTF-16, six characters for one that JSON escapes, and room for the rest.
    private int CertainToFit => most / 16;

    private static readonly int[] RowsToKeep = [100, 50, 25, 10];

    public void Write(PooledBuffer output, TeamsReference to, TeamsMessage message)
    {
        WriteOnce(output, to, message);
        var whole = output.Length;
        if (Fits(output))
            return;
        foreach (var smaller in Smaller(message))
        {
            WriteOnce(output, to, smaller);
            if (Fits(output))
                break;
        }
        log.Cut(whole, output.Length);
    }

    public void WriteWords(PooledBuffer output, TeamsReference to, TeamsMessage message) =>
        WriteOnce(output, to, message.WordsOnly(CertainToFit));

    private IEnumerable<TeamsMessage> Smaller(TeamsMessage message)
    {
        if (message.Card is { } card)
        {
            foreach (var rows in RowsToKeep)
                yield return message with { Card = CardRewrite.WithRows(card, rows) };
            yield return message with { Card = CardRewrite.WithoutCharts(CardRewrite.WithRows(card, RowsToKeep[^1])) };
        }
        yield return message.WordsOnly(most / 4);
        yield return message.WordsOnly(CertainToFit);
    }

    private static void WriteOnce(PooledBuffer output, TeamsReference to, TeamsMessage message)
    {
        output.Clear();
        using var json = ActivityWriter.Over(output);
        ActivityWriter.Message(json, to, message);
    }

    // Teams counts UTF-16. The first comparison settles almost every message.
    private bool Fits(PooledBuffer output) =>
        output.Length * 2 <= most || Encoding.UTF8.GetCharCount(output.Written.Span) * 2 <= most;
}
