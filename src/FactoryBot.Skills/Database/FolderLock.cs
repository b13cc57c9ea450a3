namespace FactoryBot.Skills.Database;

/// <summary>Two locks on the data folder, both let go by the system when their process ends in any way:
/// one for starting and stopping, one that every process holds as long as it uses the server.</summary>
internal static class FolderLock
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    public static async Task<FileStream> WaitAsync(string root, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryOpen(Path.Combine(root, "start.lock"), FileShare.None) is { } stream)
                return stream;
            await Task.Delay(Poll, time, cancellationToken);
        }
    }

    public static FileStream Use(string root) =>
        TryOpen(UseFile(root), FileShare.Read) ?? throw new DatabaseSetupException($"{UseFile(root)} is locked by another program.");

    public static bool IsUsed(string root)
    {
        using var alone = TryOpen(UseFile(root), FileShare.None);
        return alone is null;
    }

    private static string UseFile(string root) => Path.Combine(root, "use.lock");

    private static FileStream? TryOpen(string file, FileShare share)
    {
        try
        {
            if (!File.Exists(file))
                File.WriteAllBytes(file, []);
            return new(file, FileMode.Open, FileAccess.Read, share);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }
}
