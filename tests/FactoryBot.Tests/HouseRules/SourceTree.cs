namespace FactoryBot.Tests.HouseRules;

/// <summary>The product's own files, found from the folder of the running tests.</summary>
internal static class SourceTree
{
    private static readonly string[] Foreign = ["bin", "obj", "node_modules", ".git", ".vs", ".node", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = Find();

    public static IReadOnlyList<SourceFile> Production { get; } = [.. Under("src").Where(f => f.Extension == ".cs")];

    public static IReadOnlyList<SourceFile> All { get; } = [.. Under(".")];

    public static IEnumerable<SourceFile> Under(string folder) =>
        from path in Files(new DirectoryInfo(Path.Combine(Root, folder)))
        select new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), path);

    private static IEnumerable<string> Files(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(f => f.FullName)
            .Concat(folder.EnumerateDirectories().Where(d => !Foreign.Contains(d.Name)).SelectMany(Files));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FactoryBot.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("FactoryBot.sln lies in no folder above the tests.");
        return folder.FullName;
    }
}

/// <param name="Name">From the root, with slashes: src/FactoryBot/Program.cs.</param>
internal sealed record SourceFile(string Name, string Path)
{
    public string Extension => System.IO.Path.GetExtension(Name);

    public string Folder => Name[..Math.Max(0, Name.LastIndexOf('/'))];

    public string Text => File.ReadAllText(Path);

    public int Lines => File.ReadLines(Path).Count();

    public bool IsIn(string folder) => Name.StartsWith(folder + "/", StringComparison.Ordinal);
}
