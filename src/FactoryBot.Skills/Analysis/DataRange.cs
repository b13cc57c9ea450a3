using System.Globalization;
using FactoryBot.Skills.Analysis.Guard;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis;

/// <summary>Where a time was asked about in which there is nothing: from when to when there is something.</summary>
internal sealed class DataRange(GuardStore guard)
{
    private const int Seconds = 5;

    /// <returns>Empty where no time was asked about, or the range is not to be had.</returns>
    public async Task<string> SentenceAsync(Asker asker, QueryRun run, CancellationToken cancellationToken)
    {
        var model = run.Source.Model;
        if (run.Query?.Where.Concat(run.Query.Measures.SelectMany(m => m.Where)).FirstOrDefault(w => QueryEdits.OnDate(w, model)) is not { } dated
            || (dated.Field ?? dated.Any[0].Field) is not { } field || FieldRef.Read(field) is not { Via: null } date)
            return "";
        var range = CompileQuery.Of(
            new() { Measures = [new("From", Aggregate.Least, field), new("To", Aggregate.Most, field)] }, model, asker.TimeZone.Id);
        var (rows, _) = await guard.RunAsync(run.Source, range.Sql, 1, Seconds, ours: true, cancellationToken);
        var things = SchemaNames.Plural(model[date.Entity].Noun);
        return rows?.Rows switch
        {
            [[{ } from, { } to]] => $" By {model[date.Entity].Find(date.Column)!.Phrase}, the {things} go from {Day(from, asker)} to {Day(to, asker)}.",
            [[null, null]] => $" There are no {things} with {model[date.Entity].Find(date.Column)!.Phrase} at all.",
            _ => "",
        };
    }

    private static string Day(object value, Asker asker) => value switch
    {
        DateOnly day => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Utc } moment => TimeZoneInfo.ConvertTimeFromUtc(moment, asker.TimeZone).ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };
}
