using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace FactoryBot.Cli;

/// <summary>The options of the commands that ask: who, where, when.</summary>
internal sealed class AskOptions
{
    public Option<string> Tenant { get; } = new("--tenant")
    {
        Description = "The tenant's key.",
        DefaultValueFactory = _ => "demo",
    };

    public Option<string?> As { get; } = new("--as")
    {
        Description = "Who asks: a role (viewer, analyst, manager, admin, owner), a member's name, or one of the demo plant (operator, sales). Default: the owner.",
    };

    public Option<string?> Conversation { get; } = new("--conversation")
    {
        Description = "Continue this conversation: any word, the same in each call. Default: a new one.",
    };

    public Option<DateTimeOffset?> Now { get; } = new("--now")
    {
        Description = "Set the clock: 2026-11-20 or 2026-11-20T08:00+01:00 (UTC without an offset).",
        CustomParser = Moment,
    };

    public void AddTo(Command command)
    {
        command.Add(Tenant);
        command.Add(As);
        command.Add(Conversation);
        command.Add(Now);
    }

    private static DateTimeOffset? Moment(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        // A day alone means its noon: the same day in every plant's time zone but the farthest ones.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new(day, new(12, 0), TimeSpan.Zero);
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return moment;
        result.AddError($"'{text}' is not a date or time such as 2026-11-20 or 2026-11-20T08:00+01:00.");
        return null;
    }
}
