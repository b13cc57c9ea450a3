using FactoryBot.Skills.Metrics.Ingest;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Lines of master data: what a line brings is set, what it leaves out stays.</summary>
internal static class ReadMaster
{
    public static IntakeCounts Machine(RowReader row, ReadContext context)
    {
        var (name, ideal) = (row.Needed("machine"), row.Duration("ideal"));
        var master = context.Master;
        if (name is null || row.Problem is not null)
            return IntakeCounts.None;
        if (context.Key(row, name.ToUpperInvariant()) is null)
            return IntakeCounts.None;
        var known = master.Machines.Find(name);
        var line = row.Text("line") is { } given ? context.Line(row, given)
            : known is not null ? master.LineOf(known)
            : context.Line(row, "Line 1");
        if (line is null)
            return IntakeCounts.None;
        var aliases = Aliases(row);
        if (known is null)
        {
            master.Machines.Add(id => new(id, line.Id, name, aliases ?? [], ideal ?? 0, null, null));
            return new(1, 0, 0);
        }

        var changed = known with { LineId = line.Id, Aliases = aliases is null || aliases.SequenceEqual(known.Aliases) ? known.Aliases : aliases, IdealCycleSeconds = ideal ?? known.IdealCycleSeconds };
        if (changed == known)
            return new(0, 0, 1);
        master.Machines.Change(changed);
        return new(0, 1, 0);
    }

    public static IntakeCounts Product(RowReader row, ReadContext context)
    {
        var (name, ideal) = (row.Needed("product"), row.Duration("ideal"));
        var machine = row.Text("machine") is not null ? context.Machine(row) : null;
        if (name is null || row.Problem is not null || context.Key(row, name.ToUpperInvariant(), machine?.Name ?? "") is null)
            return IntakeCounts.None;
        var master = context.Master;
        var known = master.Products.Find(name);
        var product = known ?? master.Products.Add(id => new(id, name, Aliases(row) ?? []));
        var before = master.NewCycles.Count;
        if (ideal is { } seconds)
            master.SetCycle(product.Id, machine?.Id ?? 0, seconds);
        if (known is not null && Aliases(row) is { } aliases && !aliases.SequenceEqual(known.Aliases))
        {
            master.Products.Change(known with { Aliases = aliases });
            return new(0, 1, 0);
        }

        return known is null ? new(1, 0, 0) : master.NewCycles.Count > before ? new(0, 1, 0) : new(0, 0, 1);
    }

    public static IntakeCounts Reason(RowReader row, ReadContext context)
    {
        var (name, planned) = (row.Needed("reason"), row.Flag("planned"));
        if (name is null || row.Problem is not null || context.Key(row, name.ToUpperInvariant()) is null)
            return IntakeCounts.None;
        var master = context.Master;
        var known = master.Reasons.Find(name);
        var reason = known ?? master.Reasons.Add(id => new(id, name, row.Text("category") ?? "Other", planned ?? false));
        var codes = master.NewReasonCodes.Count;
        if (row.Text("code") is { } code)
            master.SetCode(ReasonCode.Plain(code), reason.Id);
        if (known is null)
            return new(1, 0, 0);
        var changed = known with { Category = row.Text("category") ?? known.Category, Planned = planned ?? known.Planned };
        if (changed != known)
            master.Reasons.Change(changed);
        return changed != known || master.NewReasonCodes.Count > codes ? new(0, 1, 0) : new(0, 0, 1);
    }

    private static string[]? Aliases(RowReader row) =>
        row.Text("aliases")?.Split([';', ',', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Codes as systems export them: "7", "7.0" and "007" are one.</summary>
internal static class ReasonCode
{
    public static string Plain(string code)
    {
        var plain = code.Trim();
        if (plain.EndsWith(".0", StringComparison.Ordinal) && plain[..^2].All(char.IsAsciiDigit))
            plain = plain[..^2];
        return plain.Length > 1 && plain.All(char.IsAsciiDigit) ? plain.TrimStart('0').PadLeft(1, '0') : plain;
    }

    /// <summary>The reason of a stop, by its code or its name; one that is not known yet is made.</summary>
    public static StopReason? Find(RowReader row, MasterData master)
    {
        var (code, name) = (row.Text("code"), row.Text("reason"));
        if (code is not null && master.ReasonCodes.TryGetValue(Plain(code), out var id))
            return master.Reasons.Get(id);
        if ((name ?? code) is not { } said)
            return null;
        var reason = Named(said, master) ?? master.Reasons.Add(next => new(next, said, row.Text("category") ?? "Other", row.Flag("planned") ?? false));
        if (code is not null && name is not null)
            master.SetCode(Plain(code), reason.Id);
        return reason;
    }

    public static StopReason? Named(string said, MasterData master) =>
        master.ReasonCodes.TryGetValue(Plain(said), out var id) ? master.Reasons.Get(id) : master.Reasons.Find(said);
}
