namespace FactoryBot.Api.Files;

internal static class FileFailures
{
    public static Problem LinkEnded { get; } = new(404, "link-ended", "This link does not work any more",
        "Links to files end after a while. Ask FactoryBot again to get a new one.");
}
