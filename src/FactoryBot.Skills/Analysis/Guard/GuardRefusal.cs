namespace FactoryBot.Skills.Analysis.Guard;

/// <summary>Why a statement is not run; each reason is said in its own sentence.</summary>
internal enum GuardReason
{
    Empty,
    TooLong,
    Unreadable,
    SeveralStatements,
    NotASelect,
    Writes,
    Locks,
    Brackets,
    Function,
    SystemName,
    TypeOfSystem,
    Parameter,
    Recursive,
    Relation,
    Cost,
    TooSlow,
    TooMuchMemory,
    Database,
}

/// <param name="Sentence">For whoever wrote the statement.</param>
internal sealed record GuardRefusal(GuardReason Reason, string Sentence)
{
    public static GuardRefusal Of(GuardReason reason, string? name = null) => new(reason, reason switch
    {
        GuardReason.Empty => "There is no statement to run.",
        GuardReason.TooLong => "The statement is longer than 20,000 characters.",
        GuardReason.Unreadable => "The statement holds a text, a name or a comment that does not end, or characters that are not allowed outside of texts.",
        GuardReason.SeveralStatements => "Only one statement at a time is run, and this holds a semicolon between two.",
        GuardReason.NotASelect => $"Only statements that read are run: they begin with SELECT or WITH, not with “{name}”.",
        GuardReason.Writes => $"The statement would change something (“{name}”). Only reading is allowed.",
        GuardReason.Locks => "The statement would lock rows (FOR UPDATE or FOR SHARE). Only reading is allowed.",
        GuardReason.Brackets => "The brackets of the statement do not match.",
        GuardReason.Function => $"The function “{name}” is not allowed: only functions that compute are, not those that reach the server, its files or its sessions.",
        GuardReason.SystemName => $"“{name}” belongs to the database system, which cannot be asked.",
        GuardReason.TypeOfSystem => $"The type “{name}” looks things up in the database system, which cannot be asked.",
        GuardReason.Parameter => "The statement has parameters ($1), but no values come with it.",
        GuardReason.Recursive => "Recursive queries are not allowed: nobody can tell beforehand where they end.",
        GuardReason.Relation => $"“{name}” is not among the tables that may be asked here.",
        GuardReason.Cost => $"The statement would read too much: the database estimates its cost at {name}. Limit it, for example by a date.",
        GuardReason.TooSlow => $"The statement took longer than {name} seconds and was stopped. Limit it, for example by a date.",
        GuardReason.TooMuchMemory => "The statement needed more memory or disk than it may use and was stopped. Limit it, for example by a date.",
        _ => $"The database did not accept the statement: {name}",
    });
}
