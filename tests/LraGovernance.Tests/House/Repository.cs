namespace LraGovernance.Tests;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "LraGovernance.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
