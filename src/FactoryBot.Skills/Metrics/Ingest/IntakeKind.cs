using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>How rows of a stream are read and written.</summary>
/// <param name="KeyOf">What was sent, named in a refusal.</param>
/// <param name="Read">A row, or why it is none.</param>
/// <param name="Same">Rows of a batch with the same one are the same thing.</param>
/// <param name="AddAsync">What several batches may do at the same time. Returns how many rows were new.</param>
/// <param name="EndAsync">What is done one batch after the other.</param>
internal sealed record IntakeKind<TInput, TRow>(
    string What,
    Func<TInput, string> KeyOf,
    Func<TInput, int, MasterData, DateTimeOffset, (TRow? Row, string? Problem)> Read,
    Func<TRow, (int, string)> Same,
    Func<TenantScope, IReadOnlyList<TRow>, CancellationToken, Task<int>> AddAsync,
    Func<TenantScope, MasterData, IReadOnlyList<TRow>, int, CancellationToken, Task<IntakeCounts>> EndAsync)
    where TRow : class
{
    public (List<TRow> Rows, List<RefusedRow> Refused) ReadAll(IReadOnlyList<TInput> inputs, MasterData master, DateTimeOffset now)
    {
        var (rows, refused) = (new Dictionary<(int, string), TRow>(inputs.Count), new List<RefusedRow>());
        for (var i = 0; i < inputs.Count; i++)
        {
            var (row, problem) = Read(inputs[i], i, master, now);
            // Of two rows with one key the later one says what is true now.
            if (row is null)
                refused.Add(new(i, KeyOf(inputs[i]), problem!));
            else
                rows[Same(row)] = row;
        }

        return ([.. rows.Values], refused);
    }
}
