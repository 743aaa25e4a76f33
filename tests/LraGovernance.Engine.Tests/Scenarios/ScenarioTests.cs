using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Scenarios;

/// <summary>Each folder beside this file is a definition, what it must write, and why.</summary>
public sealed class ScenarioTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Scenarios");

    public static TheoryData<string> All => [.. Directory.GetDirectories(Folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_scenario_writes_what_is_expected(string name)
    {
        var expected = Read(name, "expected.txt").TrimEnd();
        Play(name, savesBetween: true).ShouldBe(expected);
        Play(name, savesBetween: false).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_scenario_says_why_it_is_expected(string name) => Read(name, "why.txt").ShouldContain("elsa3-format");

    private static string Play(string name, bool savesBetween)
    {
        var definition = Loading.Load(Read(name, "workflow.json"), name);
        var script = File.Exists(Path.Combine(Folder, name, "script.json")) ? JsonNode.Parse(Read(name, "script.json"))!.AsObject() : [];
        var instance = new Instance(definition, savesBetween);
        var output = new List<string>();
        instance.Start((string?)script["trigger"], script["inputs"]?.AsObject().ToDictionary(input => input.Key, input => input.Value));
        foreach (var step in script["steps"]?.AsArray() ?? [])
        {
            var burst = step!["cancel"] is { } reason
                ? instance.Cancel((string)reason!)
                : instance.Answer((string)step["resume"]!, (string?)step["outcome"], step["payload"]);
            burst.Miss.ShouldBeNull($"{name}: {step.ToJsonString()}");
        }
        return string.Join('\n', [.. instance.Lines, $"status: {instance.Status}"]);
    }

    private static string Read(string name, string file) => File.ReadAllText(Path.Combine(Folder, name, file)).ReplaceLineEndings("\n");
}
