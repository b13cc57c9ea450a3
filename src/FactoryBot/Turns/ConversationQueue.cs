using FactoryBot.Planning;
using FactoryBot.Skills.Files;

namespace FactoryBot.Turns;

/// <summary>What this host holds of a conversation that it answers: the turns that wait, in order, and what was said before.</summary>
internal sealed class ConversationQueue(ConversationKey key)
{
    private const int Remembered = 64;

    private readonly Lock gate = new();
    private readonly SortedList<long, OpenTurn> waiting = [];
    private readonly HashSet<Guid> known = [];
    private readonly Queue<Guid> done = new();
    private bool running;
    private bool closed;

    public ConversationKey Key { get; } = key;

    /// <summary>The last exchanges, oldest first; null until they have been read from the database.</summary>
    public IReadOnlyList<Exchange>? History { get; set; }

    /// <summary>The files that were last sent; null until they have been read from the database.</summary>
    public IReadOnlyList<StoredFile>? Files { get; set; }

    public DateTimeOffset LastUsed { get; set; }

    /// <summary>Whether the database is known to say that this host answers the conversation.</summary>
    public bool Held { get; set; } = true;

    /// <summary>The turn that is being answered before it is stored; null when there is none.</summary>
    public Arrival? Arrival { get; private set; }

    public int Waiting
    {
        get
        {
            lock (gate)
                return waiting.Count;
        }
    }

    /// <summary>Takes a turn in, unless this host knows it already.</summary>
    public Added Add(OpenTurn turn)
    {
        lock (gate)
        {
            if (closed)
                return Added.Closed;
            if (!known.Add(turn.TurnId))
                return Added.Known;
            waiting.Add(turn.Position, turn);
            if (running)
                return Added.Waits;
            running = true;
            return Added.Starts;
        }
    }

    /// <summary>Takes in a turn that is not stored yet. Only a conversation at rest does: what is stored has its place before it.</summary>
    /// <returns>True when the caller must start to run the conversation.</returns>
    public bool Begin(OpenTurn turn)
    {
        lock (gate)
        {
            if (closed || running || waiting.Count > 0 || !known.Add(turn.TurnId))
                return false;
            waiting.Add(turn.Position, turn);
            Arrival = turn.Arrival;
            return running = true;
        }
    }

    /// <summary>The turn is stored and answered, or will not be answered as it came.</summary>
    public void Arrived()
    {
        lock (gate)
            Arrival = null;
    }

    /// <summary>The turn is as if it had never been here: the database knows what becomes of it.</summary>
    public void Forget(OpenTurn turn)
    {
        lock (gate)
            known.Remove(turn.TurnId);
    }

    /// <summary>The next turn in order; null, and the conversation rests, when none waits.</summary>
    public OpenTurn? Next()
    {
        lock (gate)
        {
            if (waiting.Count == 0)
            {
                running = false;
                return null;
            }
            var next = waiting.GetValueAtIndex(0);
            waiting.RemoveAt(0);
            return next;
        }
    }

    /// <summary>The database has the turn's end. It is remembered for a while: a slow look may still report it as open.</summary>
    public void Done(OpenTurn turn)
    {
        lock (gate)
        {
            done.Enqueue(turn.TurnId);
            if (done.Count > Remembered)
                known.Remove(done.Dequeue());
        }
    }

    public void Remember(Exchange exchange, int most)
    {
        if (History is null)
            return;
        History = [.. History.Append(exchange).TakeLast(most)];
    }

    /// <summary>Closes the conversation if nothing runs, waits or still has to be marked in it; a closed one takes nothing in any more.</summary>
    public bool TryClose()
    {
        lock (gate)
            return closed = !running && waiting.Count == 0 && known.Count == done.Count;
    }

    /// <summary>Closes the conversation although turns wait in it: the database still has them, in order.</summary>
    /// <returns>How many turns waited.</returns>
    public int GiveUp()
    {
        lock (gate)
        {
            closed = true;
            var left = waiting.Count;
            waiting.Clear();
            return left;
        }
    }
}

internal enum Added
{
    /// <summary>The caller must start to run the conversation.</summary>
    Starts,

    /// <summary>The conversation runs already and will come to it.</summary>
    Waits,

    Known,

    /// <summary>The conversation was just dropped from memory; a new one is needed.</summary>
    Closed,
}
