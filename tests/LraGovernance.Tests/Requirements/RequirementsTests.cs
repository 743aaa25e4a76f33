using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Requirements;

/// <summary>The list of requirements is true: what it names exists, each is shown by a test, and the document is of today.</summary>
public sealed partial class RequirementsTests
{
    private static readonly bool Write = Environment.GetEnvironmentVariable("LRA_WRITE_REQUIREMENTS") == "1";
    private static readonly RequirementList List = RequirementList.Read();
    private static readonly IReadOnlyList<CitedTest> Tests = CitedTest.ReadAll();

    [Fact]
    public void The_document_is_of_what_the_list_and_the_tests_say_now()
    {
        var path = Path.Combine(Repository.Root, RequirementsDocument.Path);
        var now = RequirementsDocument.Write(List, Tests);
        if (Write)
        {
            File.WriteAllText(path, now);
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(now, "run tests/requirements.sh");
    }

    [Fact]
    public void Every_requirement_is_shown_somewhere_and_by_a_test_or_it_is_said_what_is_missing()
    {
        var shown = Tests.SelectMany(x => x.Shows).ToHashSet();
        List.All.Where(x => x.NotBuilt is null && x.Missing is null).Where(x => x.Places.Count == 0 || !shown.Contains(x.No)).Select(x => x.No).ShouldBeEmpty();
        List.All.Where(x => x.NotBuilt is not null && (x.Places.Count > 0 || x.Missing is not null)).Select(x => x.No).ShouldBeEmpty("what is not built is shown nowhere");
    }

    [Fact]
    public void What_the_list_names_exists()
    {
        var places = new ShownPlaces();
        List.All.SelectMany(x => x.Places.Where(place => !places.Has(place)).Select(place => $"{x.No}: {place}")).ShouldBeEmpty();
    }

    [Fact]
    public void A_number_stands_once_in_the_list_and_whatever_cites_one_cites_one_of_the_list()
    {
        var numbers = List.All.Select(x => x.No).ToList();
        numbers.Distinct().Count().ShouldBe(numbers.Count);
        Tests.SelectMany(x => x.Shows.Where(no => !numbers.Contains(no)).Select(no => $"{x.Class}.{x.Name}: {no}")).ShouldBeEmpty();
        Cited().Where(x => !numbers.Contains(x.No)).Select(x => $"{x.File}: {x.No}").ShouldBeEmpty();
    }

    private static IEnumerable<(string File, string No)> Cited() =>
        from pattern in (string[])["*.cs", "*.cshtml", "*.json", "*.sql"]
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), pattern, SearchOption.AllDirectories)
        where !Built().IsMatch(file.Replace('\\', '/'))
        from Match number in Number().Matches(File.ReadAllText(file))
        select (Path.GetRelativePath(Repository.Root, file), number.Value);

    [GeneratedRegex("/(bin|obj|node_modules|wwwroot)/")]
    private static partial Regex Built();

    [GeneratedRegex(@"\bR-\d{3}\b")]
    private static partial Regex Number();
}
