namespace FactoryBot.Skills.Functions;

/// <summary>What kind of words fill a parameter, so that the built-in planner can read them out of a sentence.</summary>
public enum SlotKind
{
    /// <summary>Taken only as the rest of the sentence, never guessed from single words.</summary>
    FreeText,

    /// <summary>Words for time; given as an ISO 8601 interval with both days included, for example 2026-11-09/2026-11-15.</summary>
    Period,

    /// <summary>Words for a time that comes again ("every weekday at 6:15"); given as the words that
    /// <see cref="Language.ScheduleReader"/> reads back, also where the days or the time are missing.</summary>
    Schedule,

    /// <summary>Words for a bound that figures are held against ("below 70 %"); given as the words that <see cref="Language.LimitReader"/>
    /// reads back; or for so many of the longest or the latest ("longest 3"), see <see cref="Language.LongestReader"/>.</summary>
    Limit,

    Machine,
    Line,
    Site,
    Shift,
    Product,

    /// <summary>The number of a work order, one of the tenant's own; its names are series (<c>WO-</c>), each with any number behind it.</summary>
    WorkOrder,

    Severity,
    Number,
    Member,
    Role,
    Module,

    /// <summary>Why a machine stood still, one of the tenant's own reasons.</summary>
    StopReason,

    /// <summary>A kind of stop reasons; fills a slot of a <see cref="StopReason"/>.</summary>
    StopCategory,

    /// <summary>What is wrong with a bad part, one of the tenant's own defect types.</summary>
    DefectType,

    /// <summary>A file that came with the message; given as its id among <see cref="Tenancy.Asker.Files"/>.</summary>
    File,

    /// <summary>One of the values listed at the slot.</summary>
    Choice,

    /// <summary>The whole message as it was written: a pasted mail, a list, an order in the person's own words. The slot's values are the
    /// openings by which such a message is known: words with <c>#</c> for a number, <c>...</c> for anything, <c>^</c> at the start for the
    /// beginning of a line and <c>$</c> for its end.</summary>
    Message,
}
