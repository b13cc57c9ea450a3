using FactoryBot.Skills.Metrics.Cells;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>Answers why the OEE of one machine, line or shift is worse (or better) than that of the others.</summary>
internal sealed class ExplainDifference(AskPlant ask, ReadSums sums, ReadDowntime downtime)
{
    /// <param name="question">One place, which is set against the others of its kind; with <see cref="PlantQuestion.Other"/> against that one.
    /// Without any the worst (or best) of what <see cref="PlantQuestion.By"/> says.</param>
    /// <param name="order">"worst" or "best", where nothing is named; null: worst.</param>
    public Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, string? order, CancellationToken cancellationToken)
    {
        var best = order is not null && order.Trim().ToLowerInvariant() is "best" or "highest";
        // A machine has its line anyway; that the line was named says which machines are the others.
        var key = question with { Figure = ExplainOee.Figure, By = $"difference {question.By} {best} {question.Line} {question.Site}" };
        if (question.By is not null && !(Enum.TryParse<SplitBy>(question.By, true, out var named) && named != SplitBy.Product))
            return Task.FromResult(MetricsFailures.UnknownSplit(question, ["machine", "line", "site", "shift"]));
        SplitBy? by = question.By is null ? null : Enum.Parse<SplitBy>(question.By, true);
        return ask.AnswerAsync(asker, key, (asked, token) => ReadAsync(asked, by, best, token), cancellationToken);
    }

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, SplitBy? by, bool best, CancellationToken cancellationToken)
    {
        var plant = asked.Plant;
        SkillResult? no = null;
        if (asked.Question.Other is null && !NamesOne(asked.Scope, by))
            (asked, no) = await ExtremeAsync(asked, by ?? SplitBy.Machine, best, cancellationToken);
        DifferenceSides? sides = null;
        if (no is null)
            (sides, no) = asked.Question.Other is { } other ? Beside(asked, other) : (DifferenceSides.AgainstOthers(plant, asked.Scope, asked.Question, by), null);
        if (sides is null)
            return new(no ?? MetricsFailures.NoOthers(asked), plant.Version);
        asked = asked with { Scope = sides.Own };
        var others = asked with { Scope = sides.Theirs };
        var (own, version) = await SideAsync(asked, cancellationToken);
        var (theirs, _) = await SideAsync(others, cancellationToken);
        if (own.All.Rows == 0 || theirs.All.Rows == 0)
            return new(MetricsFailures.NoRows(own.All.Rows == 0 ? sides.Own : sides.Theirs, asked.Period, plant, asked.Question), version ?? plant.Version);
        if (SplitChange.Factors(ComputeOee.Of(theirs.All), ComputeOee.Of(own.All)) is not { } factors)
            return new(MetricsFailures.NoDifference(asked, sides.Others), version ?? plant.Version);
        var report = new DifferenceReport
        {
            Asked = asked,
            Name = sides.Name,
            Others = sides.Others,
            Sums = own.All,
            OtherSums = theirs.All,
            Factors = factors,
            Reasons = await ReasonsAsync(asked, own.All, others, theirs.All, cancellationToken),
            Machines = sides.By == SplitBy.Machine ? [] : PartsInOrder.Of(plant, theirs.Margins.Machines, own.Margins.Machines, SplitBy.Machine),
            Shifts = sides.By == SplitBy.Shift ? [] : PartsInOrder.Of(plant, theirs.Margins.Others, own.Margins.Others, SplitBy.Shift),
            Products = asked.Convention.NeedsStops ? [] : PartsInOrder.Of(plant, theirs.Margins.Others, own.Margins.Others, SplitBy.Product),
            Standing = asked.Question.Other is null ? await StandingAsync(asked, sides, cancellationToken) : null,
            Warnings = [.. ComputeOee.Of(own.All).Warnings.Select(OeeWarnings.Sentence)],
        };
        return Answer(report, version ?? plant.Version);
    }

    private static PlantAnswer Answer(DifferenceReport report, long version)
    {
        var asked = report.Asked;
        var rows = report.Sums.Rows + report.OtherSums.Rows;
        var proof = asked.Proof([asked.Convention.Words, $"set against {report.Others}"], rows, SplitChange.Formula, SplitChange.Version, version);
        return new(
            new()
            {
                Status = ResultStatus.Answered,
                Text = DifferenceText.Of(report),
                Data = DifferenceData.Of(report),
                Card = DifferenceCard.Of(report, proof),
                Proof = proof,
                Warnings = report.Warnings,
                Choices =
                [
                    new("Its stops", PlantChoices.Asked("downtime", asked.Scope, asked.Period, asked.Plant).Sentence()),
                    new("Against the time before", PlantChoices.Asked("OEE change", asked.Scope, asked.Period, asked.Plant).Sentence()),
                ],
            },
            version);
    }

    private static (DifferenceSides? Sides, SkillResult? No) Beside(PlantAsked asked, PlantQuestion other)
    {
        var question = asked.Question;
        var placed = other.Machine is not null || other.Line is not null || other.Site is not null
            ? question with { Machine = other.Machine, Line = other.Line, Site = other.Site }
            : question;
        if (ResolveScope.Try(asked.Plant, placed with { Shift = other.Shift ?? question.Shift, Other = null }, out var scope) is { } no)
            return (null, no);
        return scope.Phrase == asked.Scope.Phrase ? (null, MetricsFailures.TwiceTheSame(question)) : (DifferenceSides.Of(asked.Scope, scope), null);
    }

    // "The worst machine of line 1" names the place in which it is looked for.
    private static bool NamesOne(PlantScope scope, SplitBy? by) => by switch
    {
        SplitBy.Machine => scope.Machine is not null,
        SplitBy.Line => scope is { Line: not null, Machine: null },
        SplitBy.Site => scope is { Site: not null, Line: null },
        SplitBy.Shift => scope.Shift is not null,
        _ => !scope.IsWholePlant || scope.Shift is not null,
    };

    // Nothing is named: the worst machine (line, shift) of the time is looked for first.
    private async Task<(PlantAsked Asked, SkillResult? No)> ExtremeAsync(PlantAsked asked, SplitBy split, bool best, CancellationToken cancellationToken)
    {
        var cells = await sums.CellsAsync(asked, asked.Period.From, asked.Period.To, byProduct: false, cancellationToken);
        var named = new CellSplit(asked.Plant, cells.Cells).By(split).Select(part => (part.Name, ComputeOee.Of(part.Sums).Oee)).Where(part => part.Oee is not null)
            .OrderBy(part => best ? -part.Oee : part.Oee).ThenBy(part => part.Name, StringComparer.Ordinal).Select(part => part.Name).FirstOrDefault();
        if (named is null)
            return (asked, MetricsFailures.NoRows(asked.Scope, asked.Period, asked.Plant, asked.Question with { By = null }));
        var question = split switch
        {
            SplitBy.Machine => asked.Question with { Machine = named },
            SplitBy.Line => asked.Question with { Line = named },
            SplitBy.Site => asked.Question with { Site = named },
            _ => asked.Question with { Shift = named },
        };
        var no = ResolveScope.Try(asked.Plant, question, out var scope);
        return (asked with { Question = question, Scope = scope }, no);
    }

    private async Task<Standing?> StandingAsync(PlantAsked asked, DifferenceSides sides, CancellationToken cancellationToken)
    {
        if (sides.By is not { } by)
            return null;
        var cells = await sums.CellsAsync(asked with { Scope = sides.Among }, asked.Period.From, asked.Period.To, byProduct: false, cancellationToken);
        var name = by switch { SplitBy.Machine => sides.Own.Machine!.Name, SplitBy.Line => sides.Own.Line!.Name, SplitBy.Site => sides.Own.Site!.Name, _ => sides.Own.Shift! };
        return Standing.Among(by, new CellSplit(asked.Plant, cells.Cells).By(by), name);
    }

    private async Task<((OeeSums All, Margins Margins) Side, long? Version)> SideAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var margins = await sums.MarginsAsync(asked, asked.Period.From, asked.Period.To, cancellationToken);
        return ((OeeSums.Of(margins.Machines.Select(cell => cell.Sums)), margins), margins.Version);
    }

    private async Task<IReadOnlyList<ReasonEffect>> ReasonsAsync(PlantAsked asked, OeeSums own, PlantAsked others, OeeSums theirs, CancellationToken cancellationToken)
    {
        // Stops name no product.
        if (asked.Scope.Product is not null)
            return [];
        var stops = await downtime.LossesAsync(asked, [asked.Period], cancellationToken);
        var othersStops = await downtime.LossesAsync(others, [asked.Period], cancellationToken);
        return WhyReport.ReasonsOf(theirs, own, othersStops[0], stops[0]);
    }
}
