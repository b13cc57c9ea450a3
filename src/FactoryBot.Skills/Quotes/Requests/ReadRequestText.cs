using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>Reads what somebody wrote or pasted: sentences, lists, tables, mails with their history.</summary>
internal static partial class ReadRequestText
{
    public const int LongestText = 60_000;
    public const int MostLines = 300;

    public static ReadRequest Of(string text, DateOnly today)
    {
        var whole = PlainText.Of(text.Length > LongestText ? text[..LongestText] : text);
        var plain = CodesOfMany().Replace(Hurried().Replace(NumberWords.ToDigits(Phrases.SpacedThousands(Leaders().Replace(whole, " - "))), "you"), "");
        var mails = MailThread.Split(plain);
        var read = mails.Select(mail => Mail(mail, today)).ToArray();
        var lines = read[^1].Lines;
        // The oldest mail first: each later one changes what was asked before.
        for (var i = read.Length - 2; i >= 0; i--)
            lines = MailThread.Merge(lines, read[i]);
        return new(
            [.. lines.Take(MostLines)],
            read.Select(r => r.Customer).FirstOrDefault(c => c is not null) is { } customer ? PlainText.Written(text, customer) : null,
            read.Select(r => r.Email).FirstOrDefault(c => c is not null),
            read.Select(r => r.Reference).FirstOrDefault(c => c is not null),
            read.Select(r => r.NeededBy).FirstOrDefault(c => c is not null));
    }

    private static MailRead Mail(string mail, DateOnly today)
    {
        var read = new MailRead();
        mail = Sentences.TakeKit(mail, out var kits);
        var rows = Times.Spelt(TenderNumbers.Taken(Terms.Take([.. mail.Split('\n').Select(l => l.TrimEnd())])));
        if (PastedTable.Of(rows) is { } table)
        {
            foreach (var row in table.Before)
                Line(row, today, read);
            Rows(table.Rows, today, read);
            rows = [.. table.After];
        }

        var blocks = new List<TableLine>();
        rows = FieldBlocks.Take(rows, blocks);
        Rows(blocks, today, read);
        var farewell = false;
        string? above = null;
        foreach (var row in rows)
        {
            if (above is not null && Continuation.Is(row, above) && read.Continue(row.Trim()))
                continue;
            above = row;
            farewell |= Phrases.IsFarewell(row);
            read.Customer ??= Phrases.NamedCustomer(row) ?? Phrases.Company(row);
            read.Email ??= Phrases.Email(row);
            if (farewell || Phrases.IsHeader(row) || Phrases.NamedCustomer(row) is not null)
                continue;
            foreach (var sentence in Sentences.Of(row))
                Line(sentence, today, read);
        }

        return read.Finish(kits);
    }

    private static void Rows(IEnumerable<TableLine> rows, DateOnly today, MailRead read)
    {
        foreach (var row in rows)
        {
            DateOnly? day = null;
            _ = row.Date.Length == 0 ? "" : NeededBy.Take(row.Date, today, ref day);
            read.Add(row.Wording, row.Quantity is { } amount ? new(0, 0, amount, row.Unit, 5, false, []) : null, day, null, row.Remark.Length == 0 ? [] : [row.Remark]);
        }
    }

    private static void Line(string row, DateOnly today, MailRead read)
    {
        var line = Phrases.WithoutFarewell(row);
        var whole = line;
        var addressed = Phrases.Addressed(ref line);
        read.Customer = addressed ?? read.Customer;
        // The number of the request may stand before whom it is for.
        var reference = Phrases.Reference(ref line) ?? (addressed is null ? null : Phrases.Reference(ref whole));
        read.Reference ??= reference;
        DateOnly? day = null;
        line = Phrases.WithoutCompanyAtEnd(NeededBy.Take(Phrases.WithoutAside(WithoutLeadIn(Phrases.WithoutBullet(line))), today, ref day));
        int? item = Phrases.ItemOf(line);
        if (item is not null)
            line = Phrases.WithoutItem(line);
        if (Phrases.Dropped(line) is { } dropped)
        {
            read.Drop(dropped, item);
            return;
        }

        if (Changed.In(line) is { } changed)
        {
            read.Changes.Add(changed);
            line = Changed.WithoutOne(line);
        }

        var remarks = new List<string>();
        line = Remarks.Take(Remarks.TakePackSize(Phrases.WithoutSameQuantity(line, out var same), out var size), remarks);
        var before = read.Lines.Count;
        foreach (var (wording, said) in Segments.Of(line))
        {
            var quantity = said is null && same ? read.LastQuantity : said;
            read.Add(wording, size is { } inOne && quantity is { Unit: "pack" } packs ? packs with { Value = packs.Value * inOne, Unit = Quantities.Pieces } : quantity, day, item, remarks);
        }

        // A day that stands with nothing that is counted is the day of all of it.
        if (read.Lines.Skip(before).All(l => l.Quantity is null))
            read.NeededBy ??= day;
    }

    /// <summary>"Our needs for the sports hall: 8 levers": words before a count that name no thing lead to it.</summary>
    private static string WithoutLeadIn(string line)
    {
        if (LeadIn().Match(line) is not { Success: true } lead)
            return line;
        var said = ReadFeatures.Of(lead.Value);
        return said.Any(f => f.IsHard || f.Class is WordClass.Product or WordClass.Defining or WordClass.Colour or WordClass.Material) ? line : line[lead.Length..];
    }

    [GeneratedRegex(@"^[^:;\d]{12,160}:\s+(?=\d)")]
    private static partial Regex LeadIn();

    // "Contactor 9 A ........ 3": dots that lead to the quantity.
    [GeneratedRegex(@"[ \t]*(?:\.{3,}|_{3,})[ \t]*(?=\d+\s*(?:[a-z]{2,6}\.?)?[ \t]*$)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Leaders();

    // "24 of the F7s": the s counts, and is no part of the name.
    [GeneratedRegex(@"(?<=\bthe\s+[A-Z]{0,3}\d{1,4})s\b")]
    private static partial Regex CodesOfMany();

    // "Can u quote".
    [GeneratedRegex(@"(?<=\b(?:can|could|would|will)\s)(?:u|ya)(?=\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Hurried();
}
