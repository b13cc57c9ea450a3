using System.Text;
using FactoryBot.Skills.Metrics.Import;

namespace FactoryBot.Skills.Tests.Metrics.Import;

public sealed class TableFileTests
{
    private const string Table = "Maschine;Datum;Stück\r\nFräse 1;05.09.2025;1.234\r\n\r\n\"Säge;2\";06.09.2025;12\r\n";

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public void Read_InAnyEncoding_FindsLettersLinesAndCells(string name, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

        var (file, problem) = TableFile.Read("a.csv", [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Table)], new());

        Assert.Null(problem);
        Assert.Equal(["1:Maschine|Datum|Stück", "2:Fräse 1|05.09.2025|1.234", "4:Säge;2|06.09.2025|12"], file!.Lines.Select(l => $"{l.Number}:{string.Join('|', l.Cells)}"));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "comma")]
    [InlineData("a\tb\n1,5\t2\n", "tab")]
    [InlineData("a|b\n1|2\n", "bar")]
    [InlineData("sep=;\na;b\n1,5;2,5\n", "semicolon")]
    [InlineData("\"a,x\";b\n\"1,2\";3\n", "semicolon")]
    public void Read_AnySeparator_FindsIt(string text, string expected)
    {
        var (file, _) = TableFile.Read("a.csv", Encoding.UTF8.GetBytes(text), new());

        Assert.Contains(expected, file!.Format, StringComparison.Ordinal);
        Assert.All(file.Lines, line => Assert.Equal(2, line.Cells.Length));
    }

    [Fact]
    public void Read_ABrokenQuote_NamesTheLine()
    {
        var (file, _) = TableFile.Read("a.csv", "a;b\n1;x\"y\n2;z\n"u8.ToArray(), new());

        Assert.Equal([null, "a quotation mark stands inside a cell that is not quoted", null], file!.Lines.Select(l => l.Broken));
    }

    [Fact]
    public void Read_AWorkbook_GivesTextNumbersDatesAndTimes()
    {
        var (file, problem) = TableFile.Read("a.xlsx", Workbooks.Of("Sheet 1", ["Machine", "Day", "At", "Good"], ["M-1", new DateTime(2025, 9, 5), new TimeSpan(6, 15, 0), 12.5m], ["M-2", null, null, 7m]), new());

        Assert.Null(problem);
        Assert.Equal(["Machine|Day|At|Good", "M-1|2025-09-05|06:15:00|12.5", "M-2|||7"], file!.Lines.Select(l => string.Join('|', l.Cells)));
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("%PDF-1.7 x", "PDF")]
    [InlineData("PK\u0003\u0004nothing", "damaged")]
    [InlineData("a;b\0;c", "neither text")]
    public void Read_WhatIsNoTable_IsRefusedInWords(string text, string expected)
    {
        var (file, problem) = TableFile.Read("a", Encoding.Latin1.GetBytes(text), new());

        Assert.Null(file);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MoreLinesThanAllowed_IsRefused() =>
        Assert.Contains("more than 2 lines", TableFile.Read("a", "a;b\n1;2\n3;4\n"u8.ToArray(), new() { MostLines = 2 }).Problem, StringComparison.Ordinal);
}
