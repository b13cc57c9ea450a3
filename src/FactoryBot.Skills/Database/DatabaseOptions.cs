using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Skills.Database;

/// <summary>Section <c>Database</c>. A server of your own is named by <c>ConnectionStrings:FactoryBot</c> instead
/// (user = owner of the database, with a password); without it FactoryBot runs a private PostgreSQL.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Folder of the private PostgreSQL. Default null: <c>/var/lib/factorybot</c> for root, otherwise
    /// <c>factorybot</c> in the user's data folder (<c>XDG_DATA_HOME</c>, normally <c>~/.local/share</c>).</summary>
    public string? DataFolder { get; init; }

    /// <summary>Connections of the product's own work. Default 20, range 2 to 500.</summary>
    [Range(2, 500)]
    public int HostPoolSize { get; init; } = 20;

    /// <summary>Connections for people's own SQL. Default 5, range 1 to 100.</summary>
    [Range(1, 100)]
    public int AnalystPoolSize { get; init; } = 5;

    /// <summary>Seconds a single statement may take. Default 30, range 1 to 600.</summary>
    [Range(1, 600)]
    public int StatementSeconds { get; init; } = 30;

    /// <summary>Seconds to wait for the server at start: for the private one with its crash recovery, for one of your own until it answers. Default 60, range 1 to 3,600.</summary>
    [Range(1, 3600)]
    public int StartSeconds { get; init; } = 60;

    /// <summary>Memory that the private PostgreSQL shares between its processes, in MB. Default 128, range 16 to 65,536.</summary>
    [Range(16, 65536)]
    public int SharedBuffersMb { get; init; } = 128;

    /// <summary>Seals stored secrets (tokens, connections) and signs links. At least 32 characters, the same on every host. Default null: made
    /// from the password of the database's owner; then changing that password makes stored secrets unreadable.</summary>
    [MinLength(32)]
    public string? SecretKey { get; init; }

    /// <summary>False lets test runs forgo the wait for the disk. No setting: in production every accepted message must stay.</summary>
    internal bool Durable { get; init; } = true;

    internal int MaxConnections { get; init; } = 100;
}
