using System.Text;

namespace FactoryBot.Cli;

/// <summary>Reads a line with the arrow keys: left and right in the line, up and down in what was typed before.</summary>
internal sealed class LineEditor(string prompt)
{
    private const int Remembered = 200;

    private readonly List<string> history = [];
    private readonly StringBuilder line = new();
    private int cursor;
    private int place;

    /// <returns>Null at the end of input (Ctrl-D in an empty line).</returns>
    public string? Read()
    {
        Set("");
        place = history.Count;
        while (true)
        {
            Draw();
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
                return Accept();
            if (key is { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } && line.Length == 0)
            {
                Console.WriteLine();
                return null;
            }
            Handle(key);
        }
    }

    private string Accept()
    {
        Console.WriteLine();
        var text = line.ToString();
        if (text.Length > 0 && (history.Count == 0 || history[^1] != text))
            history.Add(text);
        if (history.Count > Remembered)
            history.RemoveAt(0);
        return text;
    }

    private void Handle(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow when cursor > 0:
                cursor--;
                break;
            case ConsoleKey.RightArrow when cursor < line.Length:
                cursor++;
                break;
            case ConsoleKey.Home:
                cursor = 0;
                break;
            case ConsoleKey.End:
                cursor = line.Length;
                break;
            case ConsoleKey.Backspace when cursor > 0:
                line.Remove(--cursor, 1);
                break;
            case ConsoleKey.Delete when cursor < line.Length:
                line.Remove(cursor, 1);
                break;
            case ConsoleKey.UpArrow when place > 0:
                Set(history[--place]);
                break;
            case ConsoleKey.DownArrow when place < history.Count:
                Set(++place < history.Count ? history[place] : "");
                break;
            case var _ when !char.IsControl(key.KeyChar):
                line.Insert(cursor++, key.KeyChar);
                break;
        }
    }

    private void Set(string text)
    {
        line.Clear().Append(text);
        cursor = line.Length;
    }

    // The window onto a line that is longer than the terminal moves with the cursor.
    private void Draw()
    {
        var room = Math.Max(10, Console.WindowWidth - prompt.Length - 1);
        var first = Math.Max(0, cursor - room);
        var shown = line.ToString(first, Math.Min(room, line.Length - first));
        Console.Write($"\r\u001b[K{prompt}{shown}\r\u001b[{prompt.Length + cursor - first}C");
    }
}
