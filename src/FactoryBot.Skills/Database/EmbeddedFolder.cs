using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FactoryBot.Skills.Database;

/// <summary>Where the private PostgreSQL keeps its files. Everything below belongs to one FactoryBot installation.</summary>
internal sealed class EmbeddedFolder
{
    /// <summary>A unix socket's path must stay under 108 bytes, its file name included.</summary>
    private const int LongestSocketFolder = 90;

    private const UnixFileMode OnlyMe = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public EmbeddedFolder(string? configured)
    {
        Root = Path.GetFullPath(configured ?? Default());
        Server = Path.Combine(Root, "postgres");
        Cluster = Path.Combine(Server, "data");
        Socket = Path.Combine(Root, "run");
        if (Encoding.UTF8.GetByteCount(Socket) > LongestSocketFolder)
            Socket = Path.Combine(Path.GetTempPath(), "factorybot-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)))[..16]);
    }

    public string Root { get; }

    /// <summary>Belongs to the user that the server runs as.</summary>
    public string Server { get; }

    public string Cluster { get; }

    public string Socket { get; }

    public string StartLog => Path.Combine(Root, "start.log");

    public int? ClusterMajor => File.Exists(Path.Combine(Cluster, "PG_VERSION"))
        ? int.Parse(File.ReadAllText(Path.Combine(Cluster, "PG_VERSION")), CultureInfo.InvariantCulture)
        : null;

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        // The server's user must be able to pass through the root folder, so only what lies in it is closed.
        Directory.CreateDirectory(Root, ServerCommand.User is null ? OnlyMe : OnlyMe | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        foreach (var folder in new[] { Server, Socket })
        {
            if (Directory.Exists(folder))
                continue;
            Directory.CreateDirectory(folder, OnlyMe);
            await GiveAsync(folder, cancellationToken);
        }
    }

    /// <summary>Makes a file or folder the server's.</summary>
    public static Task GiveAsync(string path, CancellationToken cancellationToken) =>
        ServerCommand.User is { } user ? ServerCommand.RunAsync(["chown", user, path], cancellationToken) : Task.CompletedTask;

    /// <summary>The owner's password: made once, readable by this process's user only.</summary>
    public string Password()
    {
        var file = Path.Combine(Root, "owner.password");
        if (File.Exists(file))
            return File.ReadAllText(file).Trim();
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        WritePrivate(file + ".new", password);
        File.Move(file + ".new", file);
        return password;
    }

    public static void WritePrivate(string file, string text)
    {
        using var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Default() => Environment.UserName == "root"
        ? "/var/lib/factorybot"
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "factorybot");
}
