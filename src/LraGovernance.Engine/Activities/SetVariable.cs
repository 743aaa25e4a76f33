using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Definitions.Reading;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Activities;

internal sealed class SetVariable : Activity
{
    public override string Type => "Elsa.SetVariable";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("value", InputKind.Any)];

    public override Step Execute(ActivityContext context) =>
        new Step.Assignment((VariableSlot)context.Node.Parts!, context.Json("value"));

    internal override void ReadParts(PartReader reader)
    {
        var id = (reader.Source.AnyCase("variable") as JsonObject)?.TextAnyCase("id");
        if (string.IsNullOrEmpty(id))
            reader.Faults.Add(reader.Source.PathOf("variable"), $"{Type} needs a variable object with an id");
        else if (reader.Scope.Find(id) is { } slot)
            reader.Node.Parts = slot;
        else
            reader.Faults.Add(reader.Source.PathOf("variable"), $"no variable with the id '{id}' is in scope here");
    }
}
