using System.Buffers;
using System.Globalization;
using System.Text.Json;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Answers;

/// <summary>The answer for programs: columns, rows, the statement and how it was found.</summary>
internal static class AnswerData
{
    public static JsonElement Of(QueryAnswer answer, int mostRows)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("query_id", answer.Id);
            writer.WriteString("source", answer.Source);
            if (answer.Question is { } question)
                writer.WriteString("question", question);
            writer.WriteString("sql", answer.Sql);
            writer.WriteStartArray("how");
            foreach (var how in answer.How)
                writer.WriteStringValue(how);
            writer.WriteEndArray();
            writer.WriteStartArray("columns");
            foreach (var column in answer.Columns)
            {
                writer.WriteStartObject();
                writer.WriteString("title", column.Title);
                writer.WriteString("role", column.Role switch { OutRole.Detail => "detail", OutRole.Measure => "measure", _ => "dimension" });
                if (column.Unit is { } unit)
                    writer.WriteString("unit", unit);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteNumber("row_count", answer.Rows.Count);
            writer.WriteBoolean("more", answer.More);
            writer.WriteStartArray("rows");
            foreach (var row in answer.Rows.Take(mostRows))
            {
                writer.WriteStartArray();
                foreach (var value in row)
                    Value(writer, value);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteNumber("milliseconds", answer.Milliseconds);
            if (answer.CachedAt is { } cached)
                writer.WriteString("cached_at", cached);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void Value(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case bool yes: writer.WriteBooleanValue(yes); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case float number when float.IsFinite(number): writer.WriteNumberValue(number); break;
            case short or int or long: writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case DateTime { TimeOfDay.Ticks: 0 } day: writer.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case DateTime moment: writer.WriteStringValue(moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)); break;
            case DateOnly day: writer.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case Array list: writer.WriteStringValue(string.Join(", ", list.Cast<object?>())); break;
            case IFormattable other: writer.WriteStringValue(other.ToString(null, CultureInfo.InvariantCulture)); break;
            default: writer.WriteStringValue(value.ToString()); break;
        }
    }
}
