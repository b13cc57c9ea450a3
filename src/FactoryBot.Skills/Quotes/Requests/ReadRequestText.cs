using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>Reads what somebody wrote or pasted: sentences, lists, tables, mails with their history.</summary>
internal static class ReadRequestText
{
    public const int LongestText = 60_000;
    public const int MostLines = 300;

    public static ReadRequest Of(string text, DateOnly today)
    {
        var plain = NumberWords.ToDigits(PlainText.Of(text.Length > LongestText ? text[..LongestText] : text));
        var mails = MailThread.Split(plain);
        var read = mails.Select(mail => Mail(mail, today)).ToArray();
        var lines = read[^1].Lines;
        // The oldest mail first: each later one changes what was asked before.
        for (var i = read.Length - 2; i >= 0; i--)
            lines = MailThread.Merge(lines, read[i].Lines, read[i].Items);
        return new(
            [.. lines.Take(MostLines)],
            read.Select(r => r.Customer).FirstOrDefault(c => c is not null),
            read.Select(r => r.Email).FirstOrDefault(c => c is not null),
            read.Select(r => r.Reference).FirstOrDefault(c => c is not null),
            read.Select(r => r.NeededBy).FirstOrDefault(c => c is not null));
    }

    private static MailRead Mail(string mail, DateOnly today)
    {
        var read = new MailRead();
        var rows = mail.Split('\n').Select(l => l.TrimEnd()).ToList();
        if (PastedTable.Of(rows) is { } table)
        {
            foreach (var row in table.Before)
                Line(row, today, read);
            foreach (var (wording, quantity, unit) in table.Rows)
                read.Add(wording, quantity is null ? null : new(0, 0, quantity.Value, unit, 5, false, []), null);
            rows = [.. table.After];
        }

        var farewell = false;
        foreach (var row in rows)
        {
            farewell |= Phrases.IsFarewell(row);
            read.Customer ??= Phrases.NamedCustomer(row) ?? Phrases.Company(row);
            read.Email ??= Phrases.Email(row);
            if (!farewell && !Phrases.IsHeader(row) && Phrases.NamedCustomer(row) is null)
                Line(row, today, read);
        }

        return read.Finish();
    }

    private static void Line(string row, DateOnly today, MailRead read)
    {
        var line = Phrases.WithoutCompanyAtEnd(Phrases.WithoutFarewell(row));
        read.Customer = Phrases.Addressed(ref line) ?? read.Customer;
        read.Reference ??= Phrases.Reference(ref line);
        DateOnly? day = null;
        line = NeededBy.Take(Phrases.WithoutAside(Phrases.WithoutBullet(line)), today, ref day);
        int? item = Phrases.ItemOf(line);
        if (item is not null)
            line = Phrases.WithoutItem(line);
        var before = read.Lines.Count;
        foreach (var (wording, quantity) in Segments.Of(line))
            read.Add(wording, quantity, day, item);
        if (read.Lines.Count == before)
            read.NeededBy ??= day;
    }
}
