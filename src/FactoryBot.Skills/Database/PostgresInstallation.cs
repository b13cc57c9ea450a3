using System.Globalization;

namespace FactoryBot.Skills.Database;

/// <summary>The PostgreSQL programs of this machine.</summary>
internal sealed record PostgresInstallation(string BinFolder, int Major)
{
    private const int OldestMajor = 15;
    private const string DistributionFolder = "/usr/lib/postgresql";

    public string Initdb => Path.Combine(BinFolder, "initdb");

    public string Server => Path.Combine(BinFolder, "postgres");

    /// <summary>The newest version that fits. A cluster that exists needs exactly the version that wrote it.</summary>
    public static PostgresInstallation Find(int? clusterMajor)
    {
        var installed = All().OrderByDescending(i => i.Major).ToList();
        var found = installed.Find(i => clusterMajor is null ? i.Major >= OldestMajor : i.Major == clusterMajor);
        if (found is not null)
            return found;
        throw new DatabaseSetupException(clusterMajor is null
            ? "PostgreSQL 15 or newer is not installed. Run: bash eng/setup.sh --run (or set ConnectionStrings:FactoryBot to a server of your own)."
            : $"The data folder was written by PostgreSQL {clusterMajor}, which is not installed any more. Install version {clusterMajor} again, or move the data with pg_dump.");
    }

    private static IEnumerable<PostgresInstallation> All()
    {
        if (Directory.Exists(DistributionFolder))
        {
            foreach (var folder in Directory.GetDirectories(DistributionFolder))
            {
                var bin = Path.Combine(folder, "bin");
                if (IsComplete(bin) && int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var major))
                    yield return new(bin, major);
            }
        }

        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(IsComplete);
        foreach (var bin in onPath)
        {
            if (ServerCommand.VersionOf(Path.Combine(bin, "postgres")) is { } major)
                yield return new(bin, major);
        }
    }

    private static bool IsComplete(string bin) => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "postgres"));
}
