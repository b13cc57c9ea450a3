namespace FactoryBot.Turns;

/// <summary>What one batch writes for one tenant, by kind, and what was read of it.</summary>
internal sealed class TurnBatchPart
{
    private readonly Dictionary<Guid, int> places = [];

    private TurnBatchPart(Guid tenantId, IEnumerable<(TurnWrite Write, int Place)> writes)
    {
        TenantId = tenantId;
        var (news, newPlaces, answered, ended) = (new List<NewTurn>(), new List<int>(), new List<AnsweredTurn>(), new List<DeliveredTurn>());
        foreach (var (write, place) in writes)
        {
            switch (write)
            {
                case NewTurn turn:
                    news.Add(turn);
                    newPlaces.Add(place);
                    break;
                case AnsweredTurn answer:
                    answered.Add(answer);
                    places[answer.TurnId] = place;
                    break;
                case DeliveredTurn end:
                    ended.Add(end);
                    break;
            }
        }
        (New, NewPlaces, Answered, Ended) = ([.. news], [.. newPlaces], [.. answered], [.. ended]);
        Claims = [.. news.Where(t => t.Claim).DistinctBy(t => t.Conversation.Id)];
        Undelivered = Array.FindAll(Ended, e => !e.Delivered);
    }

    public Guid TenantId { get; }
    public NewTurn[] New { get; }

    /// <summary>Where each of <see cref="New"/> stands in the batch.</summary>
    public int[] NewPlaces { get; }

    public NewTurn[] Claims { get; }
    public AnsweredTurn[] Answered { get; }
    public DeliveredTurn[] Ended { get; }
    public DeliveredTurn[] Undelivered { get; }

    /// <summary>The messages that were stored now, not before.</summary>
    public Dictionary<Guid, (long Position, bool Behind)> Stored { get; } = [];

    public Dictionary<string, (bool Ours, bool Fresh)> Held { get; } = new(StringComparer.Ordinal);

    public static List<TurnBatchPart> Of(IReadOnlyList<TurnWrite> writes) =>
        [.. writes.Select((write, place) => (write, place)).GroupBy(w => w.write.TenantId).Select(g => new TurnBatchPart(g.Key, g))];

    /// <summary>Where the answer of a turn stands in the batch.</summary>
    public int PlaceOf(Guid turnId) => places[turnId];
}
