using System.Globalization;
using System.Reflection;
using FactoryBot.Skills.Database;
using Npgsql;
using YamlDotNet.Serialization;

namespace FactoryBot.Tests.HouseRules;

/// <summary>docker-compose.yml names settings, paths and ports that exist.</summary>
public sealed class ComposeTests
{
    private static readonly Dictionary<object, object> Compose =
        new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(File.ReadAllText(Path.Combine(SourceTree.Root, "docker-compose.yml")));

    private static readonly string Dockerfile = File.ReadAllText(Path.Combine(SourceTree.Root, "Dockerfile"));

    [Fact]
    public void Environment_EverySettingOfTheHost_IsAPropertyOfAnOptionsClass() =>
        Rule.Holds(from setting in Environment("factorybot")
                   where !setting.Key.StartsWith("ConnectionStrings__", StringComparison.Ordinal)
                   where !Accepts(setting.Key, setting.Value)
                   select $"{setting.Key} = {setting.Value}");

    [Fact]
    public void ConnectionString_OfTheHost_LeadsToTheDatabaseServiceAsItsOwner()
    {
        var connection = new NpgsqlConnectionStringBuilder(Environment("factorybot")["ConnectionStrings__FactoryBot"]);
        var server = Environment("database");
        Assert.True(Map(Compose["services"]).ContainsKey(connection.Host!));
        Assert.Equal(server["POSTGRES_USER"], connection.Username);
        Assert.Equal(server["POSTGRES_DB"], connection.Database);
        Assert.Equal(server["POSTGRES_PASSWORD"], connection.Password);
    }

    [Fact]
    public void Database_HasRoomForThePoolsOfTwoHosts()
    {
        const int connectionsOfAServer = 100;
        var host = int.Parse(Environment("factorybot")["Database__HostPoolSize"]!, CultureInfo.InvariantCulture);
        Assert.InRange(2 * (host + new DatabaseOptions().AnalystPoolSize), 1, connectionsOfAServer - 5);
    }

    [Fact]
    public void Ports_LeadToTheAddressThatTheImageListensOn()
    {
        var port = Assert.IsType<List<object>>(Service("factorybot")["ports"]).Single().ToString()!.Split(':').Last();
        Assert.Contains($"ASPNETCORE_URLS=http://+:{port}", Dockerfile, StringComparison.Ordinal);
        Assert.Contains($"http://127.0.0.1:{port}/health/ready", string.Join(' ', (List<object>)Map(Service("factorybot")["healthcheck"])["test"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Image_DoesNotRunAsRootAndCopiesOnlyWhatExists()
    {
        Assert.Matches("(?m)^USER (?!root)", Dockerfile);
        var copied = Dockerfile.Split('\n').Where(l => l.StartsWith("COPY ", StringComparison.Ordinal) && !l.Contains("--from", StringComparison.Ordinal))
            .SelectMany(l => l.Split(' ')[1..^1]);
        Rule.Holds(copied.Where(name => !Path.Exists(Path.Combine(SourceTree.Root, name))));
    }

    private static bool Accepts(string name, string? value)
    {
        var path = name.Split("__");
        var property = OptionsTypes().Where(t => SectionOf(t) == path[0]).Select(t => t.GetProperty(path[1])).FirstOrDefault(p => p is not null);
        if (property is null || path.Length > 2)
            return false;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return value is null || System.ComponentModel.TypeDescriptor.GetConverter(type).IsValid(value);
    }

    private static IEnumerable<Type> OptionsTypes() =>
        new[] { typeof(FactoryDatabase).Assembly, Assembly.Load("factorybot") }.SelectMany(a => a.GetTypes())
            .Where(t => t.Name.EndsWith("Options", StringComparison.Ordinal));

    private static string SectionOf(Type options) =>
        options.GetField("Section")?.GetRawConstantValue() as string ?? options.Name[..^"Options".Length];

    private static Dictionary<object, object> Service(string name) => Map(Map(Compose["services"])[name]);

    private static Dictionary<string, string?> Environment(string service) =>
        Map(Service(service)["environment"]).ToDictionary(e => e.Key.ToString()!, e => string.IsNullOrEmpty(e.Value as string) ? null : (string)e.Value);

    private static Dictionary<object, object> Map(object node) => Assert.IsType<Dictionary<object, object>>(node);
}
