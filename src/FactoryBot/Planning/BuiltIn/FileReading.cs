using FactoryBot.Skills.Files;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Reads which file a question is about: one that it names, those that came with it, or, where a function needs one, the last that were sent.</summary>
internal sealed class FileReading(Asker asker, IReadOnlyList<SkillFunction> functions)
{
    private const int MostChoices = 5;

    public Outcome Read(Dialogue dialogue, Func<Dialogue, Outcome> read)
    {
        var named = Named(dialogue.Question);
        var text = named.Aggregate(
            dialogue.Question, (left, file) => left.Replace(file.Name, " ", StringComparison.OrdinalIgnoreCase));
        if (string.IsNullOrWhiteSpace(text) && asker.Files.Count > 0)
            return WhatToDo(asker.Files);
        var outcome = read(named.Count == 0 ? dialogue : dialogue with { Question = text });
        if (!outcome.Understood)
            return outcome.Result!.Status == ResultStatus.NotUnderstood && asker.Files.Count > 0 ? WhatToDo(asker.Files) : outcome;
        return outcome.Calls.Any(call => SlotOf(call) is not null) ? Complete(outcome.Calls, named) : outcome;
    }

    private Outcome Complete(IReadOnlyList<EarlierCall> calls, List<StoredFile> named)
    {
        var completed = new List<EarlierCall>(calls.Count);
        foreach (var call in calls)
        {
            if (SlotOf(call) is not { } slot)
            {
                completed.Add(call);
                continue;
            }

            // A file of an earlier message is taken only by what cannot be done without one.
            IEnumerable<StoredFile> candidates = named.Count > 0 ? named : asker.Files.Count > 0 ? asker.Files : slot.Required ? asker.EarlierFiles : [];
            List<StoredFile> fitting = [.. candidates.Where(f => Fits(slot, f))];
            if (fitting.Count == 0 && slot.Required)
                return Needs(slot, candidates.FirstOrDefault());
            completed.AddRange(fitting.Count == 0
                ? [call]
                : fitting.Select(f => call with { Arguments = new Dictionary<string, object?>(call.Arguments, StringComparer.Ordinal) { [slot.Name] = f.Id.ToString() } }));
        }

        return completed.Count > CallBuilder.MostCalls ? AskBack.TooMany(CallBuilder.MostCalls) : Outcome.Call(completed);
    }

    private Outcome WhatToDo(IReadOnlyList<StoredFile> files)
    {
        var file = files[0];
        var names = files.Count == 1 ? $"“{file.Name}”" : $"these {files.Count} files";
        List<Choice> choices = [.. functions
            .Where(f => f.Examples.Count > 0 && f.Slots.Any(s => s.Kind == SlotKind.File && Fits(s, file)))
            .Take(MostChoices)
            .Select(f => new Choice(f.Title, $"{f.Examples[0].TrimEnd('?', '.', '!')} {string.Join(' ', files.Select(x => x.Name))}"))];
        return choices.Count == 0
            ? SkillResult.No(ResultStatus.NotUnderstood, $"There is nothing that you may do here with {names}.")
            : SkillResult.No(ResultStatus.Clarify, $"What shall I do with {names}?", choices);
    }

    private static SkillResult Needs(Slot slot, StoredFile? other)
    {
        var kinds = slot.Endings.Count == 0 ? "" : $" ({string.Join(", ", slot.Endings)})";
        return other is null
            ? SkillResult.No(ResultStatus.Clarify, $"Please send me the file{kinds} together with that sentence.")
            : SkillResult.No(ResultStatus.Clarify, $"“{other.Name}” is not of a kind that I can use for this{kinds}. Please send me another file with that sentence.");
    }

    private List<StoredFile> Named(string text) => asker.Files.Count + asker.EarlierFiles.Count == 0
        ? []
        : [.. asker.Files.Concat(asker.EarlierFiles).DistinctBy(f => f.Id)
            .Where(f => f.Name.Contains('.', StringComparison.Ordinal) && text.Contains(f.Name, StringComparison.OrdinalIgnoreCase))];

    private Slot? SlotOf(EarlierCall call) =>
        functions.FirstOrDefault(f => f.Name == call.Function)?.Slots.FirstOrDefault(s => s.Kind == SlotKind.File);

    private static bool Fits(Slot slot, StoredFile file) =>
        slot.Endings.Count == 0 || slot.Endings.Any(e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
