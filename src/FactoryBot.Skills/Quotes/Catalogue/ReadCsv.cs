using System.Text;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Rows of a text with separators (RFC 4180, lenient): quoted cells may hold separators and line ends.</summary>
internal sealed class ReadCsv(TextReader reader, char delimiter)
{
    private const int LongestCell = 32_768;

    private readonly char[] buffer = new char[1 << 16];
    private readonly StringBuilder cell = new();
    private readonly List<string> cells = [];
    private int place;
    private int length;
    private int line = 1;

    public IEnumerable<(int Row, string[] Cells)> Rows()
    {
        while (true)
        {
            var first = line;
            cells.Clear();
            if (!ReadRow())
                yield break;
            if (cells.Count > 1 || cells[0].Length > 0)
                yield return (first, [.. cells]);
        }
    }

    private bool ReadRow()
    {
        var any = false;
        var quoted = false;
        while (Next() is var c and >= 0)
        {
            any = true;
            if (c == '\n')
                line++;
            if (quoted)
            {
                if (c != '"')
                    Add((char)c);
                else if (Peek() == '"')
                    Add((char)Next());
                else
                    quoted = false;
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == delimiter)
            {
                End();
            }
            else if (c == '\n')
            {
                End();
                return true;
            }
            else if (c != '\r')
            {
                Add((char)c);
            }
        }

        if (any)
            End();
        return any;
    }

    private void Add(char c)
    {
        // A quote that is never closed must not swallow the file into one cell.
        if (cell.Length >= LongestCell)
            throw new InvalidDataException("A cell is too long.");
        cell.Append(c);
    }

    private void End()
    {
        cells.Add(cell.ToString().Trim());
        cell.Clear();
    }

    private int Next() => Fill() ? buffer[place++] : -1;

    private int Peek() => Fill() ? buffer[place] : -1;

    private bool Fill()
    {
        if (place < length)
            return true;
        length = reader.Read(buffer, 0, buffer.Length);
        place = 0;
        return length > 0;
    }
}
