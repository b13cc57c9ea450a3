using System.Diagnostics;
using System.Text.Json;
using FactoryBot.Planning;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Turns;

/// <summary>The spine of a turn: who is it, load, plan, save, reply.</summary>
internal sealed class TurnRunner(
    TenantDirectory tenants,
    Planner planner,
    GroupPrivacy privacy,
    EarlierQuestions earlier,
    CardActions cardActions,
    TakeFiles files,
    Reach reach,
    Welcome welcome,
    TurnStore store,
    TurnWriter writer,
    TurnDelivery delivery,
    IOptions<TurnOptions> options,
    TimeProvider time,
    ILogger<TurnRunner> log)
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan LookForDatabase = TimeSpan.FromMilliseconds(500);

    /// <returns>The stored answer, to be delivered; null when another host answered first.</returns>
    public async Task<OutboundReply?> AnswerAsync(OpenTurn turn, ConversationQueue conversation, CancellationToken stopping)
    {
        if (turn.Reply is not null)
            return turn.Reply;
        using var activity = TurnTelemetry.Source.StartActivity("turn");
        activity?.SetTag("turn.id", turn.TurnId).SetTag("tenant.id", turn.Conversation.TenantId);
        using var scope = log.BeginScope(new TurnLogScope(turn.TurnId, turn.Conversation.TenantId));
        var started = time.GetTimestamp();
        await using var typing = delivery.TypeWhileAnswering(turn);
        var (answer, asker) = await OnceDatabaseAnswersAsync(
            turn, () => PlanWithinLimitAsync(turn, conversation, stopping), stopping);
        // Saved by itself: an answer that exists is never worked out a second time.
        try
        {
            return await SavedAsync(answer);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            log.Failed(error, turn.TurnId, turn.Conversation.TenantId);
            TurnTelemetry.Failed.Add(1);
            return await SavedAsync(new() { Result = TurnFailures.Broke(turn.TurnId) });
        }

        async Task<OutboundReply?> SavedAsync(PlannedAnswer given)
        {
            var reply = Reply(turn, given, time.GetElapsedTime(started));
            return await OnceDatabaseAnswersAsync(turn, () => SaveAsync(turn, conversation, given, asker, reply, stopping), stopping) ? reply : null;
        }
    }

    /// <summary>Refused where the answer did not reach its channel and will not be tried again.</summary>
    public async Task<Sending> DeliverAsync(OpenTurn turn, OutboundReply reply, CancellationToken stopping)
    {
        try
        {
            return await delivery.DeliverAsync(turn, reply, stopping);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            // A channel that breaks on this answer breaks on it again; the turns behind it must not wait for that.
            log.DeliveryBroke(error, turn.TurnId);
            return Delivery.Refused;
        }
    }

    /// <summary>Notes that the turn has ended; goes on trying until the database has it.</summary>
    public async Task MarkAsync(OpenTurn turn, Sending sending, CancellationToken stopping)
    {
        var end = new DeliveredTurn(turn.Conversation, turn.TurnId, turn.Position, sending.Delivery == Delivery.Sent) { MessageId = sending.MessageId };
        while (true)
        {
            try
            {
                await writer.EndAsync(end);
                return;
            }
            catch (Exception error) when (!stopping.IsCancellationRequested)
            {
                log.WaitsForDatabase(turn.TurnId, error.GetType().Name);
                await Task.Delay(LookForDatabase, time, stopping);
            }
        }
    }

    private async Task<T> OnceDatabaseAnswersAsync<T>(OpenTurn turn, Func<Task<T>> step, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                return await step();
            }
            catch (Exception error) when (DatabaseFaults.IsGone(error) && !stopping.IsCancellationRequested)
            {
                log.WaitsForDatabase(turn.TurnId, error.GetType().Name);
                await Task.Delay(LookForDatabase, time, stopping);
            }
        }
    }

    // The one error boundary of a turn.
    private async Task<(PlannedAnswer Answer, Asker? Asker)> PlanWithinLimitAsync(
        OpenTurn turn, ConversationQueue conversation, CancellationToken stopping)
    {
        var seconds = options.Value.TimeLimitSeconds;
        using var own = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(own.Token, stopping);
        try
        {
            if (turn.Attempts > MostAttempts)
                return (new() { Result = TurnFailures.Broke(turn.TurnId) }, null);
            return await PlanAsync(turn, conversation, limit.Token);
        }
        catch (OperationCanceledException) when (own.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            log.TookTooLong(turn.TurnId, turn.Conversation.TenantId, seconds);
            return (new() { Result = TurnFailures.TookTooLong(seconds) }, null);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested && !DatabaseFaults.IsGone(error))
        {
            log.Failed(error, turn.TurnId, turn.Conversation.TenantId);
            TurnTelemetry.Failed.Add(1);
            return (new() { Result = TurnFailures.Broke(turn.TurnId) }, null);
        }
    }

    private async Task<(PlannedAnswer Answer, Asker? Asker)> PlanAsync(
        OpenTurn turn, ConversationQueue conversation, CancellationToken cancellationToken)
    {
        var message = turn.Message;
        var membership = await tenants.ResolveAsync(
            message.Channel, message.TenantKey, message.From.Id, message.From.Name, cancellationToken);
        var asker = membership.ToAsker(message.ReceivedAt, turn.TurnId) with
        {
            ConversationId = turn.Conversation.Id,
            RoomId = message.RoomId is { } room ? $"{message.Channel}:{room}" : null,
            InGroup = message.Scope != ConversationScope.Personal,
        };
        await reach.NoteAsync(turn, asker.MemberId, cancellationToken);
        if (message.Kind == InboundKind.Joined)
            return (new() { Result = welcome.For(asker) }, asker);

        if (message.Files.Count > 0)
        {
            var taken = await files.TakeAsync(turn, cancellationToken);
            if (taken.Why is { } why)
                return (new() { Result = why }, asker);
            conversation.Files = taken.Files;
            asker = asker with { Files = taken.Files };
        }
        conversation.Files ??= await files.LastAsync(turn.Conversation, cancellationToken);
        asker = asker with { EarlierFiles = conversation.Files };

        var text = message.Text;
        if (message.Press is { } press)
        {
            if (CardActions.Sentence(press) is not { } sentence)
                return (await PressedAsync(turn, press, asker, cancellationToken), asker);
            text = sentence;
        }
        log.Asked(turn.TurnId, text);
        if (string.IsNullOrWhiteSpace(text) && asker.Files.Count == 0)
            return (new() { Result = TurnFailures.Empty() }, asker);
        conversation.History ??= await store.HistoryAsync(turn.Conversation, options.Value.History, cancellationToken);
        var question = new PlannerTurn
        {
            Asker = asker,
            Text = text,
            Locale = message.Locale,
            History = conversation.History,
            BeforeChange = turn.Arrival is { } arrival ? arrival.StoreAsync : null,
        };
        if (message.Earlier.Count > 0 && conversation.History.Count == 0)
            question = question with { History = await earlier.ReadAsync(question, message.Earlier, cancellationToken) };
        return (await privacy.AnswerAsync(
            turn, asker, (reads, runs) => planner.AnswerAsync(question with { Asker = reads, Audience = runs }, cancellationToken), cancellationToken), asker);
    }

    private async Task<PlannedAnswer> PressedAsync(OpenTurn turn, CardPress press, Asker asker, CancellationToken cancellationToken)
    {
        if (cardActions.OnlyShows(press))
            return await privacy.AnswerAsync(turn, asker, (_, runs) => cardActions.RunAsync(press, runs, cancellationToken), cancellationToken);
        if (turn.Arrival is { } arrival)
            await arrival.StoreAsync(cancellationToken);
        return await cardActions.RunAsync(press, asker, cancellationToken);
    }

    private static OutboundReply Reply(OpenTurn turn, PlannedAnswer answer, TimeSpan took) => new()
    {
        TurnId = turn.TurnId,
        Result = answer.Result,
        Calls = answer.Calls,
        ByModel = answer.ByModel,
        WordsByModel = answer.WordsByModel,
        TokensIn = answer.TokensIn,
        TokensOut = answer.TokensOut,
        Milliseconds = took.TotalMilliseconds,
    };

    private async Task<bool> SaveAsync(
        OpenTurn turn, ConversationQueue conversation, PlannedAnswer answer, Asker? asker, OutboundReply reply, CancellationToken stopping)
    {
        var question = turn.Message is { Kind: InboundKind.Joined } or { Press.Verb: FeedbackStore.Verb } ? null : Question(turn.Message);
        var function = answer.Calls.Count > 0 ? answer.Calls[0].Function : null;
        var row = new AnsweredTurn
        {
            Conversation = turn.Conversation,
            TurnId = turn.TurnId,
            Position = turn.Position,
            MemberId = asker?.MemberId,
            Status = answer.Result.Status.ToString(),
            Question = question,
            Answer = answer.Result.Text,
            Calls = answer.Calls.Count == 0 ? null : JsonSerializer.Serialize(answer.Calls, TurnJson.Default.IReadOnlyListPlannedCall),
            Reply = ReplyJson.Write(reply),
            AnsweredAt = time.GetUtcNow(),
            Function = function,
            Milliseconds = reply.Milliseconds,
            ByModel = reply.ByModel,
            TokensIn = reply.TokensIn,
            TokensOut = reply.TokensOut,
            Cost = answer.Cost,
        };
        if (!await StoredAsync(turn, row, stopping))
        {
            log.AnsweredElsewhere(turn.TurnId);
            return false;
        }
        if (question is not null)
            conversation.Remember(new(question, answer.Calls, answer.Result.Text) { Refused = answer.Result.Status != ResultStatus.Answered }, options.Value.History);
        log.Answered(turn.TurnId, turn.Conversation.TenantId, answer.Result.Status, function, reply.Milliseconds);
        TurnTelemetry.Record(answer, reply.Milliseconds);
        return true;
    }

    private async Task<bool> StoredAsync(OpenTurn turn, AnsweredTurn row, CancellationToken stopping)
    {
        if (turn.Arrival is not { } arrival)
            return await writer.AnswerAsync(row);
        var (position, withAnswer) = await arrival.StoreAsync(row, stopping);
        return withAnswer || await writer.AnswerAsync(row with { Position = position });
    }

    private static string Question(InboundMessage message) =>
        message.Press is { } press ? CardActions.Sentence(press) ?? press.Verb : message.Text;
}
