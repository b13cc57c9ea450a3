namespace FactoryBot.Skills.Database;

/// <summary>The database cannot be used as it is set up. The message is a sentence for the person who runs FactoryBot.</summary>
public sealed class DatabaseSetupException(string message, Exception? inner = null) : Exception(message, inner);
