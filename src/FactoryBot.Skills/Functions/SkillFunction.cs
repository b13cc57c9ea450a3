using System.ComponentModel;
using System.Reflection;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.AI;

namespace FactoryBot.Skills.Functions;

/// <summary>A function as it declares itself: all that either planner ever knows of it.</summary>
public sealed class SkillFunction
{
    private static readonly object AskerKey = typeof(Asker);

    private SkillFunction(MethodInfo method, ISkill skill, SkillFunctionAttribute declared)
    {
        Name = declared.Name;
        Title = declared.Title;
        Help = declared.Help;
        Permission = declared.Permission;
        Subjects = declared.Subjects;
        FigureSubjects = declared.FigureSubjects;
        ButtonOnly = declared.ButtonOnly;
        OnlyShows = declared.OnlyShows;
        ShowsAgain = declared.ShowsAgain;
        WholeSentence = declared.WholeSentence;
        Unlearned = declared.Unlearned;
        OneOf = declared.OneOf;
        Undoes = declared.Undoes;
        Repeats = declared.Repeats;
        Module = skill.Module;
        Description = method.GetCustomAttribute<DescriptionAttribute>()?.Description
            ?? throw new InvalidOperationException($"Function {Name} has no [Description].");
        Examples = [.. method.GetCustomAttributes<ExampleAttribute>().Select(e => e.Sentence)];
        LearnedExamples = [.. method.GetCustomAttributes<ExampleAttribute>().Where(e => e.Learned).Select(e => e.Sentence)];
        Slots = [.. method.GetParameters().Select(Slot.Of).OfType<Slot>()];
        Declaration = AIFunctionFactory.Create(method, method.IsStatic ? null : skill, Options());
    }

    public string Name { get; }
    public string Title { get; }
    public string Description { get; }

    /// <summary>A sentence by which the overview of help shows it; null where only the help of its own part does.</summary>
    public string? Help { get; }

    public string Permission { get; }
    public string? Module { get; }
    public IReadOnlyList<string> Subjects { get; }

    /// <summary>Name it only beside one of its figures.</summary>
    public IReadOnlyList<string> FigureSubjects { get; }

    /// <summary>Reached by a pressed card button alone, never by words.</summary>
    public bool ButtonOnly { get; }

    /// <summary>Its button decides nothing.</summary>
    public bool OnlyShows { get; }

    /// <summary>It shows the answer before once more, and has none of its own.</summary>
    public bool ShowsAgain { get; }

    /// <summary>Its skill reads the sentences by itself; see <see cref="ISentenceReader"/>.</summary>
    public bool WholeSentence { get; }

    /// <summary>Read by the openings of its message slot or by its skill; nothing is learned of its examples.</summary>
    public bool Unlearned { get; }

    /// <summary>Words of which a sentence must have one to mean it; none: any sentence.</summary>
    public IReadOnlyList<string> OneOf { get; }

    /// <summary>The functions whose last change it takes back.</summary>
    public IReadOnlyList<string> Undoes { get; }

    /// <summary>The functions whose answers it sends again and again.</summary>
    public IReadOnlyList<string> Repeats { get; }

    public IReadOnlyList<string> Examples { get; }

    /// <summary>Those from which the built-in planner learns how others are meant that are like them.</summary>
    public IReadOnlyList<string> LearnedExamples { get; }

    public IReadOnlyList<Slot> Slots { get; }

    /// <summary>What a model is given; <see cref="Of(AITool)"/> leads back from it.</summary>
    public AIFunction Declaration { get; }

    public static IEnumerable<SkillFunction> Of(ISkill skill) =>
        from method in skill.GetType().GetMethods()
        let declared = method.GetCustomAttribute<SkillFunctionAttribute>()
        where declared is not null
        select new SkillFunction(method, skill, declared);

    public static SkillFunction? Of(AITool tool) =>
        tool.AdditionalProperties.TryGetValue(nameof(SkillFunction), out var function) ? function as SkillFunction : null;

    /// <summary>Calls the method. The arguments are untrusted; the asker is not among them.</summary>
    public async Task<SkillResult> CallAsync(
        IEnumerable<KeyValuePair<string, object?>> arguments, Asker asker, CancellationToken cancellationToken)
    {
        var bound = new AIFunctionArguments(arguments.ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal))
        {
            Context = new Dictionary<object, object?> { [AskerKey] = asker },
        };
        return (SkillResult)(await Declaration.InvokeAsync(bound, cancellationToken))!;
    }

    private AIFunctionFactoryOptions Options() => new()
    {
        Name = Name,
        Description = Description,
        AdditionalProperties = new Dictionary<string, object?> { [nameof(SkillFunction)] = this },
        ConfigureParameterBinding = parameter => parameter.ParameterType == typeof(Asker)
            ? new() { ExcludeFromSchema = true, BindParameter = (_, arguments) => arguments.Context![AskerKey] }
            : default,
        // The schema of a card is deeper than any model needs or the serialiser allows.
        ExcludeResultSchema = true,
        MarshalResult = (result, _, _) => ValueTask.FromResult(result),
    };
}

/// <summary>One parameter as the built-in planner sees it.</summary>
public sealed record Slot(string Name, SlotKind Kind, bool Required, string Description, IReadOnlyList<string> Values, IReadOnlyList<string> Endings, bool NamesFunction = false, bool Verbatim = false, bool Ahead = false, string? LeftOut = null)
{
    /// <summary>The figure meant where only a stop reason is named: of one, and of several.</summary>
    public IReadOnlyList<string> Implies { get; init; } = [];

    /// <summary>The figures that are percentages.</summary>
    public IReadOnlyList<string> PercentOf { get; init; } = [];

    internal static Slot? Of(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<SlotAttribute>() is { } slot
            ? new(
                parameter.Name!,
                slot.Kind,
                !parameter.HasDefaultValue,
                parameter.GetCustomAttribute<DescriptionAttribute>()?.Description
                    ?? throw new InvalidOperationException($"Parameter {parameter.Name} of {parameter.Member.Name} has no [Description]."),
                slot.Values,
                slot.Endings,
                slot.NamesFunction,
                slot.Verbatim,
                slot.Ahead,
                slot.LeftOut) { Implies = slot.Implies, PercentOf = slot.PercentOf }
            : null;
}
