namespace FactoryBot.Skills.Functions;

/// <summary>Makes a method of a skill into a function that people can ask for and a model can call.</summary>
/// <param name="name">Lower case with underscores, feature first: <c>metrics_oee</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SkillFunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>The permission a caller needs; checked when functions are offered and again when one is called.</summary>
    public required string Permission { get; init; }

    /// <summary>What the function does, in a few words for buttons and help ("OEE of a machine").</summary>
    public required string Title { get; init; }

    /// <summary>A sentence by which the overview of help shows it, for the few functions that show what a part of the product is good for. Default:
    /// none; the help of its own part shows it by its first example.</summary>
    public string? Help { get; init; }

    /// <summary>Words and short phrases that name its subject ("oee", "overall equipment effectiveness").</summary>
    public string[] Subjects { get; init; } = [];

    /// <summary>Words that name it only beside a value of its slot <c>figure</c> ("per day" beside "OEE"), and less surely than a subject does: a function whose own
    /// subject is said comes first. Default: none.</summary>
    public string[] FigureSubjects { get; init; } = [];

    /// <summary>The functions whose last change this one takes back; whoever says no more than "undo" after one of them gets it.</summary>
    public string[] Undoes { get; init; } = [];

    /// <summary>The functions whose answers this one sends again and again; whoever says no more than "that every morning at 6" after one of them gets it.</summary>
    public string[] Repeats { get; init; } = [];

    /// <summary>True for what only a pressed card button may do, a decision for example: neither planner ever sees the function, and words
    /// cannot reach it. The button's verb is the function's name; its data and the card's inputs are the arguments.</summary>
    public bool ButtonOnly { get; init; }

    /// <summary>True for a button that decides nothing and only shows something: where others read along it is answered with the rights that all of
    /// them have. A function that words reach too says it by its permission.</summary>
    public bool OnlyShows { get; init; }

    /// <summary>True for what shows the answer before once more, as a picture or a file: half a sentence after it speaks of that answer's figure.</summary>
    public bool ShowsAgain { get; init; }

    /// <summary>True for a function that no list of subjects and examples can describe. A model is offered it; the built-in planner does not match
    /// its words but asks the skill, an <see cref="ISentenceReader"/>, when no other function accounts for a sentence.</summary>
    public bool WholeSentence { get; init; }

    /// <summary>True for a function that the openings of its message slot describe fully ("^attach this"), or whose sentences its skill reads by itself:
    /// the built-in planner learns nothing of its examples, so that it moves the reading of no other sentence.</summary>
    public bool Unlearned { get; init; }

    /// <summary>Words of which a sentence must have one to mean this function, whatever else it says: what tells it from a neighbour that is asked in
    /// nearly the same words ("worse than the others", "worse than last week"). Default: none.</summary>
    public string[] OneOf { get; init; } = [];
}

/// <summary>A sentence that means this function, as people really write it; the built-in planner learns its words from these.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ExampleAttribute(string sentence) : Attribute
{
    public string Sentence { get; } = sentence;

    /// <summary>False for a sentence that means the function in these very words only: nothing is learned from it for others that are like it.</summary>
    public bool Learned { get; init; } = true;
}

/// <summary>Says which words of a sentence may fill the parameter.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SlotAttribute(SlotKind kind) : Attribute
{
    public SlotKind Kind { get; } = kind;

    /// <summary>For <see cref="SlotKind.Choice"/>: each value with its synonyms, as <c>"day=daily|per day"</c>. For <see cref="SlotKind.Limit"/>: the units that the
    /// bound can have, by the names of <see cref="Language.LimitUnit"/>; none: any.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>For <see cref="SlotKind.StopReason"/>, <see cref="SlotKind.DefectType"/> and <see cref="SlotKind.WorkOrder"/>: whoever says nothing but
    /// such a name means this function ("how many burrs"). Default false.</summary>
    public bool NamesFunction { get; init; }

    /// <summary>For <see cref="SlotKind.StopReason"/>: the figure that is meant where a reason is named and no figure is, of one that takes time ("changeover") and of
    /// several that are counted ("changeovers"). Default: none.</summary>
    public string[] Implies { get; init; } = [];

    /// <summary>For <see cref="SlotKind.Limit"/>: the figures that are percentages, so that a bound without a unit is one of them ("OEE below 60"); the first is that of a
    /// question that names none. Default: none.</summary>
    public string[] PercentOf { get; init; } = [];

    /// <summary>The value that leaving the parameter out stands for ("last shift"): whoever says it gets the call without it. Default: none.</summary>
    public string? LeftOut { get; init; }

    /// <summary>For <see cref="SlotKind.Period"/>: a time that is still to come is meant as it is said, where something ends or is due. Default false: figures
    /// are of what has been, and such a time is asked back.</summary>
    public bool Ahead { get; init; }

    /// <summary>For <see cref="SlotKind.File"/>: the endings of names that the function reads, as <c>".csv"</c>; empty: any file.</summary>
    public string[] Endings { get; init; } = [];

    /// <summary>For <see cref="SlotKind.Message"/>: what is written there is of weight word for word, so that a language model may choose a part of what
    /// was said but change nothing of it. Default false: it may say it in other words, yet with no number that was not said.</summary>
    public bool Verbatim { get; init; }
}
