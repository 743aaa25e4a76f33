using System.Text.Json.Nodes;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Definitions.Reading;

/// <summary>Reads one definition from the top; null when there were faults.</summary>
internal sealed class WorkflowReader(JsonObject top, ActivityCatalogue catalogue, FaultList faults)
{
    public WorkflowDefinition? Read(string source)
    {
        var head = ReadHead();
        var surroundings = new Surroundings(catalogue, faults, head.Inputs, head.Outputs, GeneratedIds.Avoiding(top));
        var root = ReadRoot(surroundings, new VariableScope(null, null, head.Variables));
        if (root is null || faults.All.Count > 0)
            return null;
        foreach (var node in root.SelfAndDescendants())
            node.Settle();
        return new WorkflowDefinition(source, head, root);
    }

    private DefinitionHead ReadHead()
    {
        var fields = new FieldReader(top, faults);
        var id = fields.Text("id");
        var definitionId = fields.Text("definitionId") ?? id;
        if (string.IsNullOrWhiteSpace(definitionId))
            faults.Add("$.definitionId", "the workflow has neither definitionId nor id");
        var version = fields.Whole("version", 1);
        return new DefinitionHead
        {
            DefinitionId = definitionId ?? "",
            Id = id ?? $"{definitionId}:{version}",
            Version = version,
            Name = fields.Text("name") ?? definitionId ?? "",
            Description = fields.Text("description"),
            Variables = VariableReader.OfWorkflow(fields.Objects("variables"), faults),
            Inputs = [.. fields.Objects("inputs").Select(ReadInput)],
            Outputs = [.. fields.Objects("outputs").Select(ReadOutput)],
            GoesOnAfterFaults = IncidentStrategyReader.GoesOn(new FieldReader(fields.Object("options"), faults), faults),
            CustomProperties = fields.Object("customProperties"),
        };
    }

    private ActivityNode? ReadRoot(Surroundings surroundings, VariableScope scope)
    {
        if (top.AnyCase("root") is { } root)
            return new ActivityReader(surroundings).Read(root, "$.root", parent: null, scope);
        faults.Add("$.root", "the workflow has no root activity");
        return null;
    }

    private InputDefinition ReadInput(JsonObject source)
    {
        var fields = new FieldReader(source, faults);
        return new InputDefinition(
            fields.RequiredText("name", "the input") ?? "", fields.Text("type"), fields.Text("displayName"), fields.Text("description"),
            StorageDrivers.KeepsInInstance(ClrNames.Short(fields.Text("storageDriverType"))));
    }

    private OutputDefinition ReadOutput(JsonObject source)
    {
        var fields = new FieldReader(source, faults);
        return new OutputDefinition(
            fields.RequiredText("name", "the output") ?? "", fields.Text("type"), fields.Text("displayName"), fields.Text("description"));
    }
}
