namespace FactoryBot.Skills.Documents.Intake;

/// <summary>A file cannot be taken in. The message is the sentence that whoever sent it reads.</summary>
internal sealed class UnreadableFileException(string sentence) : Exception(sentence);
