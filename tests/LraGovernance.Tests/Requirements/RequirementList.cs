using System.Text.Json;

namespace LraGovernance.Tests.Requirements;

/// <summary>What the papers require of the product, and where it is shown: <c>docs/requirements.json</c>.</summary>
internal sealed record RequirementList(IReadOnlyList<RequirementGroup> Groups)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public IEnumerable<Requirement> All => Groups.SelectMany(x => x.Requirements);

    public static RequirementList Read() =>
        JsonSerializer.Deserialize<RequirementList>(File.ReadAllText(Path.Combine(Repository.Root, "docs", "requirements.json")), Json)!;
}

internal sealed record RequirementGroup(int Number, string Title, IReadOnlyList<Requirement> Requirements);

/// <param name="No">Number in the catalogue of the papers.</param>
/// <param name="Text">What is required, in our words.</param>
/// <param name="Shown">Each begins with its kind: page, step, rule or verb.</param>
/// <param name="NotBuilt">The later process that it belongs to; null when it is asked for now.</param>
/// <param name="Missing">What is still missing of it; null when nothing is.</param>
internal sealed record Requirement(string No, string Text, IReadOnlyList<string>? Shown = null, string? NotBuilt = null, string? Missing = null)
{
    public IReadOnlyList<string> Places => Shown ?? [];
}
