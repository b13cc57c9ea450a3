using FactoryBot.Skills.Functions;

namespace FactoryBot.Skills.Language;

/// <summary>The nouns that say what kind of thing a name is: "line 2", "the cnc machine".</summary>
internal static class KindNouns
{
    public static SlotKind? KindOf(string word) => word switch
    {
        "machine" or "machines" or "station" => SlotKind.Machine,
        "line" or "lines" => SlotKind.Line,
        "site" or "sites" or "plant" or "plants" or "factory" => SlotKind.Site,
        "shift" or "shifts" or "crew" => SlotKind.Shift,
        _ => null,
    };

    public static string Noun(SlotKind kind) => kind switch
    {
        SlotKind.Machine => "machine",
        SlotKind.Line => "line",
        SlotKind.Site => "site",
        SlotKind.Shift => "shift",
        SlotKind.Product => "product",
        SlotKind.WorkOrder => "work order",
        SlotKind.StopReason or SlotKind.StopCategory => "stop reason",
        SlotKind.DefectType => "defect type",
        SlotKind.Member => "member",
        SlotKind.Role => "role",
        SlotKind.Module => "module",
        SlotKind.Period => "period",
        _ => "value",
    };
}
