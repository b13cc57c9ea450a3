using System.Globalization;

namespace FactoryBot.Testing;

/// <summary>Folders for a test that needs a server or files of its own; in memory where there is room.</summary>
public static class TestFolder
{
    internal const string Prefix = "factorybot-test-";
    private const string Memory = "/dev/shm";
    private const long EnoughMemory = 2L << 30;
    private static int made;

    /// <summary>A new database is some three hundred small files, which many disks are slow to make.</summary>
    internal static string Place { get; } =
        Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > EnoughMemory ? Memory : Path.GetTempPath();

    internal static string OfThisProcess => Path.Combine(Place, Prefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    /// <summary>Removed at the latest after the test process has ended, in whatever way.</summary>
    public static string New()
    {
        TestReaper.Start();
        var folder = Path.Combine(OfThisProcess, "own-" + Interlocked.Increment(ref made).ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        return folder;
    }

    public static void Remove(string folder) => Directory.Delete(folder, recursive: true);
}
