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

    /// <summary>Which kind of it: hex, flanged, stepper. A part without the word is perhaps another one.</summary>
    Defining,
}
