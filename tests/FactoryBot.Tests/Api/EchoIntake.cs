using FactoryBot.Skills.Results;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Api;

/// <summary>An inbox that keeps what it gets and answers with the same words.</summary>
internal sealed class EchoIntake : ITurnIntake
{
    public List<InboundMessage> Messages { get; } = [];

    public Intake Answer { get; set; } = Intake.Accepted;

    public bool Silent { get; set; }

    public Exception? Error { get; set; }

    public Task<IntakeReceipt> AcceptAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (Error is not null)
            throw Error;
        lock (Messages)
            Messages.Add(message);
        return Task.FromResult(new IntakeReceipt(Answer, Guid.Empty, Guid.NewGuid()));
    }

    public Task<OutboundReply?> WaitAsync(IntakeReceipt receipt, TimeSpan atMost, CancellationToken cancellationToken) =>
        Task.FromResult(Silent ? null : new OutboundReply
        {
            TurnId = receipt.TurnId,
            Result = new()
            {
                Status = ResultStatus.Answered,
                Text = "You said: " + Messages[^1].Text,
                Choices = [new("and the week before?", "What was it the week before?")],
            },
            Milliseconds = 1.5,
        });
}
