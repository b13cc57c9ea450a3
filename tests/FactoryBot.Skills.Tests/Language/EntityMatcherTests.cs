using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Tests.Language;

public class EntityMatcherTests
{
    private static readonly Entity[] Names =
    [
        new(SlotKind.Machine, "CNC-001", "CNC"), new(SlotKind.Machine, "Assembly-001"), new(SlotKind.Machine, "Assembly-002"),
        new(SlotKind.Machine, "Packaging-001"), new(SlotKind.Line, "Line 1"), new(SlotKind.Line, "Line 2"),
        new(SlotKind.Shift, "Day"), new(SlotKind.Shift, "Night"), new(SlotKind.Site, "Main Plant"), new(SlotKind.Member, "Ana Lopez"),
    ];

    [Theory]
    [InlineData("CNC-001", "CNC-001")]
    [InlineData("cnc 1", "CNC-001")]
    [InlineData("CNC1", "CNC-001")]
    [InlineData("the cnc machine", "CNC-001")]
    [InlineData("oee packaging one yesterday", "Packaging-001")]
    [InlineData("assembly001 and assembly 2", "Assembly-001, Assembly-002")]
    [InlineData("line2, line 1", "Line 2, Line 1")]
    [InlineData("night shift", "Night")]
    [InlineData("nightshift", "Night")]
    [InlineData("by day", "")]
    [InlineData("did nights make more than days", "Night, Day")]
    [InlineData("how did days do", "Day")]
    [InlineData("how many days", "")]
    [InlineData("nights and the days before", "Night")]
    [InlineData("the day shift", "Day")]
    [InlineData("ana", "Ana Lopez")]
    [InlineData("main plant", "Main Plant")]
    [InlineData("assembly", "?Assembly-001|Assembly-002")]
    [InlineData("machine 1", "?CNC-001|Assembly-001|Packaging-001")]
    [InlineData("pack 1", "Packaging-001")]
    [InlineData("pkg 1 and assy 2", "Packaging-001, Assembly-002")]
    [InlineData("pack 2", "")]
    [InlineData("CNC-002", "!CNC-001")]
    [InlineData("line 3", "!Line 1|Line 2")]
    [InlineData("packaging line", "!Packaging-001|Line 1|Line 2")]
    [InlineData("cnc 3 days ago", "CNC-001")]
    public void Find_NamesAsTyped_AreSureOrAskedBack(string text, string expected) => Assert.Equal(
        expected,
        string.Join(", ", EntityMatcher.Find(Sentence.Of(text), EntityIndex.Of(Names)).Select(m => m.Certainty switch
        {
            Certainty.Sure => m.Entity!.Name,
            Certainty.Ambiguous => "?" + string.Join('|', m.Candidates.Select(c => c.Name)),
            _ => "!" + string.Join('|', m.Candidates.Select(c => c.Name)),
        })));

    [Theory]
    [InlineData("asembly-001", "Assembly-001")]
    [InlineData("packging 1", "Packaging-001")]
    [InlineData("turbine", null)]
    public void Resolve_TypingErrors_OnlyNearOnesAreTaken(string text, string? expected) =>
        Assert.Equal(expected, EntityMatcher.Resolve(text, SlotKind.Machine, Names).Entity?.Name);
}
