using FactoryBot.Skills.Quotes.Catalogue;

namespace FactoryBot.Skills.Quotes.Demo;

/// <summary>A few hundred parts of a maker of machine parts: the same ones every time.</summary>
internal static class DemoCatalogue
{
    private static readonly (decimal Diameter, int[] Lengths)[] Bolts =
        [(4, [10, 16, 20, 30]), (5, [12, 16, 20, 30, 40]), (6, [12, 16, 20, 30, 40, 50]), (8, [16, 20, 25, 30, 40, 50, 60, 80]), (10, [20, 30, 40, 50, 60, 80, 100]), (12, [30, 40, 50, 60, 80, 100])];

    private static readonly (string Code, string Name, string Standard, decimal Factor)[] Heads =
        [("HB", "hex bolt", "DIN 933", 1m), ("SC", "socket head cap screw", "DIN 912", 1.15m), ("CS", "countersunk screw", "DIN 7991", 1.25m)];

    private static readonly (string Code, string Name, decimal Factor)[] Finishes = [("Z", "8.8 zinc plated", 1m), ("A2", "stainless steel A2", 2.4m)];

    private static readonly string[] Colours = ["red", "black", "blue", "yellow", "green", "white"];
    private static readonly int[] Gauges = [18, 20, 24];
    private static readonly int[] Ratios = [5, 10, 20, 50];
    private static readonly int[] Watts = [60, 120, 250];
    private static readonly int[] Bores = [6, 8, 10, 12, 14];
    private static readonly int[] Poles = [2, 3, 4, 6, 8, 12];
    private static readonly int[] Volts = [5, 12, 24];
    private static readonly int[] Sizes = [20, 30, 40, 45];
    private static readonly int[] ProfileLengths = [250, 500, 1000, 2000];
    private static readonly (string Suffix, string Text, decimal Factor)[] Seals = [("2RS", "sealed", 1.2m), ("ZZ", "shielded", 1m)];

    private static readonly (string Code, string Name, string Standard, decimal Factor)[] Small =
        [("HN", "hex nut", "DIN 934", 0.8m), ("LN", "lock nut with nylon insert", "DIN 985", 1.4m), ("WA", "washer", "DIN 125", 0.4m), ("SW", "spring washer", "DIN 127", 0.5m)];

    private static readonly (string Number, int Inner, int Outer, int Width)[] Bearings =
        [("6000", 10, 26, 8), ("6001", 12, 28, 8), ("6002", 15, 32, 9), ("6003", 17, 35, 10), ("6004", 20, 42, 12), ("6200", 10, 30, 9), ("6201", 12, 32, 10), ("6202", 15, 35, 11), ("6203", 17, 40, 12), ("6204", 20, 47, 14), ("6205", 25, 52, 15), ("6206", 30, 62, 16)];

    public static IEnumerable<Part> Parts() => [.. Fasteners(), .. NutsAndWashers(), .. Drives(), .. Electrical(), .. Profiles()];

    private static IEnumerable<Part> Fasteners() =>
        from bolt in Bolts
        from length in bolt.Lengths
        from head in Heads
        from finish in Finishes
        let price = Math.Round((2.0m + bolt.Diameter * bolt.Diameter * length * 0.0022m) * head.Factor * finish.Factor, 2)
        select Of($"{head.Code}-M{bolt.Diameter:0.#}-{length}-{finish.Code}", $"M{bolt.Diameter:0.#}x{length} {head.Name} {head.Standard} {finish.Name}", "Fasteners", 100, price, 0.55m, stock: Hash(head.Code + length + finish.Code, 9000), lead: 7);

    private static IEnumerable<Part> NutsAndWashers() =>
        from bolt in Bolts
        from finish in Finishes
        from kind in Small
        select Of($"{kind.Code}-M{bolt.Diameter:0.#}-{finish.Code}", $"M{bolt.Diameter:0.#} {kind.Name} {kind.Standard} {finish.Name}", "Fasteners", 100,
            Math.Round((1m + bolt.Diameter * bolt.Diameter * 0.03m) * kind.Factor * finish.Factor, 2), 0.5m, Hash(kind.Code + bolt.Diameter + finish.Code, 20000), 5);

    private static IEnumerable<Part> Drives()
    {
        foreach (var (number, inner, outer, width) in Bearings)
        {
            foreach (var (suffix, text, factor) in Seals)
                yield return Of($"{number}-{suffix}", $"Deep groove ball bearing {inner}x{outer}x{width} mm, {text}", "Drives", 1, Math.Round((1.8m + outer * width * 0.006m) * factor, 2), 0.6m, Hash(number + suffix, 300), 10);
        }

        foreach (var ratio in Ratios)
        {
            foreach (var power in Watts)
                yield return Of($"GM-{power}-{ratio}", $"Gear motor {power} W {ratio}:1 24 V", "Drives", 1, 48m + power * 0.42m + ratio * 0.6m, 0.68m, Hash($"g{power}{ratio}", 25), 21);
        }

        foreach (var bore in Bores)
        {
            yield return Of($"CP-{bore}", $"Clamping shaft coupling {bore} mm bore aluminum", "Drives", 1, 7m + bore * 0.7m, 0.5m, Hash("c" + bore, 90), 12);
            yield return Of($"HU-{bore}", $"Clamping hub {bore} mm bore tapped", "Drives", 1, 5m + bore * 0.5m, 0.5m, Hash("h" + bore, 90), 12);
        }
    }

    private static IEnumerable<Part> Electrical()
    {
        foreach (var poles in Poles)
        {
            yield return Of($"TB-{poles}-S", $"Terminal block {poles} pole side entry 5.08 mm", "Electrical", 1, 0.3m + poles * 0.22m, 0.5m, Hash("t" + poles, 800), 14);
            yield return Of($"TB-{poles}-T", $"Terminal block {poles} pole top entry 5.08 mm", "Electrical", 1, 0.35m + poles * 0.24m, 0.5m, Hash("u" + poles, 800), 14);
        }

        foreach (var colour in Colours)
        {
            foreach (var gauge in Gauges)
                yield return Of($"WI-{gauge}-{colour[..2].ToUpperInvariant()}", $"Hook-up wire {gauge} AWG {colour}, spool 50 m", "Electrical", 1, 26m - gauge * 0.6m, 0.6m, Hash(colour + gauge, 60), 7);
        }

        foreach (var volts in Volts)
            yield return Of($"PS-{volts}", $"Power supply {volts} V 60 W DIN rail", "Electrical", 1, 31m + volts * 0.2m, 0.66m, Hash("p" + volts, 40), 10);
    }

    private static IEnumerable<Part> Profiles() =>
        from size in Sizes
        from length in ProfileLengths
        select Of($"PR-{size}-{length}", $"Aluminum profile {size}x{size} mm, {length} mm long", "Profiles", 1, Math.Round(size * length * 0.00052m, 2), 0.58m, Hash($"r{size}{length}", 200), 9);

    private static Part Of(string number, string description, string business, int pack, decimal price, decimal costShare, int stock, int lead) => new()
    {
        Number = number, Description = description, LineOfBusiness = business, PackQuantity = pack, Price = price, Cost = Math.Round(price * costShare, 2), Currency = "EUR",
        Stock = stock * pack / Math.Max(1, pack / 10), LeadDays = lead,
    };

    // Not string.GetHashCode: that differs from start to start.
    private static int Hash(string text, int below)
    {
        var hash = 17u;
        foreach (var c in text)
            hash = hash * 31 + c;
        return (int)(hash % (uint)below);
    }
}
