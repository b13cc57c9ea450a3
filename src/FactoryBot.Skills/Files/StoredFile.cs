namespace FactoryBot.Skills.Files;

/// <summary>A kept file without its content.</summary>
/// <param name="Size">In bytes.</param>
public sealed record StoredFile(Guid Id, string Name, string MediaType, long Size);

/// <summary>A file to keep.</summary>
/// <param name="Name">As people see it; a folder in it is dropped.</param>
/// <param name="MediaType">For example <c>text/csv</c>.</param>
/// <param name="Life">After this time it is deleted; null: kept until whoever owns it deletes it.</param>
public sealed record NewFile(string Name, string MediaType, byte[] Content, TimeSpan? Life = null);

public sealed record FileContent(StoredFile File, byte[] Content);
