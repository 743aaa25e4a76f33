using LraGovernance.Engine.Definitions;
using Shouldly;

namespace LraGovernance.Engine.Tests.Support;

internal static class Loading
{
    public static WorkflowDefinition Load(string json, string file = "test.json")
    {
        var result = DefinitionReader.Read(json, file, TestActivities.Catalogue);
        if (result is LoadResult.Refused refused)
            throw new ShouldAssertException($"Refused:\n{string.Join('\n', refused.Faults)}");
        return ((LoadResult.Loaded)result).Definition;
    }

    public static IReadOnlyList<LoadFault> Faults(string json, string file = "test.json") =>
        DefinitionReader.Read(json, file, TestActivities.Catalogue).ShouldBeOfType<LoadResult.Refused>().Faults;
}
