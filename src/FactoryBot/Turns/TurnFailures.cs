using FactoryBot.Skills.Results;

namespace FactoryBot.Turns;

/// <summary>What the asker reads when a turn itself goes wrong.</summary>
internal static class TurnFailures
{
    public static SkillResult Broke(Guid turnId) => SkillResult.No(
        ResultStatus.Failed,
        $"Sorry, that did not work; nothing was changed by it as far as I know. Please try again. If it happens again, tell your administrator: reference {Reference(turnId)}.");

    public static SkillResult TookTooLong(int seconds) => SkillResult.No(
        ResultStatus.Failed,
        $"That took longer than {seconds} seconds, so I stopped. Try a shorter period or a single machine.");

    public static SkillResult UnknownButton() => SkillResult.No(
        ResultStatus.NotUnderstood,
        "This button no longer works. Please ask again in words.");

    public static SkillResult EmptyFeedback() => SkillResult.No(
        ResultStatus.NotUnderstood,
        "I got feedback without a reaction or a comment, so there is nothing to note.");

    public static SkillResult Empty() => SkillResult.No(
        ResultStatus.NotUnderstood,
        "I got a message without text. Type a question, for example: What was the OEE last week?",
        new Choice("OEE last week", "What was the OEE last week?"),
        new Choice("Help", "help"));

    public static SkillResult TooManyFiles(int most) => SkillResult.No(
        ResultStatus.NotUnderstood, $"Those are too many files at once. Please send at most {most} in one message.");

    public static SkillResult FileTooLarge(string name, int megabytes) => SkillResult.No(
        ResultStatus.NotUnderstood, $"“{name}” is too large. I take files of up to {megabytes} MB; please split it or send a smaller one.");

    public static SkillResult FileNotFetched(string name, int megabytes) => SkillResult.No(
        ResultStatus.Failed, $"I could not fetch “{name}”. Please send it again; a file may have up to {megabytes} MB.");

    public static SkillResult ToYouAlone(string name) => new()
    {
        Status = ResultStatus.Answered,
        Text = $"Not everybody here may see that, so I have sent the answer to {name} alone.",
    };

    public static string RestToYouAlone(string name) => $"Not everybody here may see the rest, so I have sent that to {name} alone.";

    private static string Reference(Guid turnId) => turnId.ToString("N")[^8..];
}
