namespace FactoryBot.Skills.Quotes.Wording;

internal enum WordClass
{
    Plain,

    /// <summary>Names a dimension or fills the sentence: length, with, series.</summary>
    Weak,

    Colour,
    Material,
    Finish,

    /// <summary>What it is: screw, bearing, motor.</summary>
    Product,

    /// <summary>What it comes in, said beside the quantity: canister, bag. A part that says nothing of it may well come so.</summary>
    Container,

    /// <summary>Which kind of it: hex, flanged, stepper. A part without the word is perhaps another one.</summary>
    Defining,
}
