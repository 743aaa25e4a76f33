using System.Text.RegularExpressions;

namespace LraGovernance.Tests.Requirements;

/// <summary>A test that says of itself which requirements it shows.</summary>
/// <param name="Project">The project it is in, without the product's name.</param>
/// <param name="Class">Its class.</param>
/// <param name="Name">Its method.</param>
/// <param name="Shows">The requirements.</param>
internal sealed partial record CitedTest(string Project, string Class, string Name, IReadOnlyList<string> Shows)
{
    /// <summary>Read from the sources of every test project, for one assembly does not see the others.</summary>
    public static IReadOnlyList<CitedTest> ReadAll() => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Select(x => x.Replace('\\', '/')).Where(x => !x.Contains("/obj/", StringComparison.Ordinal) && !x.Contains("/bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    private static IEnumerable<CitedTest> ReadFile(string path)
    {
        var project = Path.GetRelativePath(Path.Combine(Repository.Root, "tests"), path).Replace('\\', '/').Split('/')[0].Replace("LraGovernance.", "", StringComparison.Ordinal);
        var shows = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            shows.AddRange(Trait().Matches(line).Select(x => x.Groups[1].Value));
            if (shows.Count > 0 && Method().Match(line) is { Success: true } method)
            {
                yield return new(project, Path.GetFileNameWithoutExtension(path), method.Groups[1].Value, [.. shows]);
                shows.Clear();
            }
        }
    }

    [GeneratedRegex("""Trait\("Requirement", "([^"]*)"\)""")]
    private static partial Regex Trait();

    [GeneratedRegex(@"^\s+public (?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex Method();
}
