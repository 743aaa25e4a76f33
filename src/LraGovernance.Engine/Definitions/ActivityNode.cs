using System.Text.Json.Nodes;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Definitions;

/// <summary>One activity of a definition. Immutable once loaded.</summary>
public sealed class ActivityNode
{
    private readonly JsonObject source;

    internal ActivityNode(JsonObject source, string id, Activity activity, ActivityNode? parent)
    {
        this.source = source;
        (Id, Activity, Parent) = (id, activity, parent);
        NodeId = Key = parent is null ? id : $"{parent.NodeId}:{id}";
        Name = source.TextAnyCase("name");
        DisplayText = Part("metadata")?.TextAnyCase("displayText") ?? Name ?? Id;
        CanStartWorkflow = (Part("customProperties")?.AnyCase("canStartWorkflow") ?? source.AnyCase("canStartWorkflow")).IsTrue();
    }

    /// <summary>The id, unique within its container.</summary>
    public string Id { get; }

    /// <summary>The ids from the root to here, joined by colons: unique in the definition.</summary>
    public string NodeId { get; }

    /// <summary>The type name, for example <c>Elsa.WriteLine</c>.</summary>
    public string Type => Activity.Type;

    /// <summary>The JSON path in the definition. Worked out when asked for: a place in a list is found by counting.</summary>
    public string Path => source.GetPath();

    /// <summary>The behaviour of its type.</summary>
    public Activity Activity { get; }

    /// <summary>The container it stands in; null for the root.</summary>
    public ActivityNode? Parent { get; }

    /// <summary>The name given in the file, or null.</summary>
    public string? Name { get; }

    /// <summary>What to call it before people: the designer's display text, else the name, else the id.</summary>
    public string DisplayText { get; }

    /// <summary>Whether it is flagged as a trigger of the workflow.</summary>
    public bool CanStartWorkflow { get; }

    /// <summary>The outcomes it may leave by, as its type judges them from the literal inputs.</summary>
    public IReadOnlyList<string> Outcomes { get; private set; } = [];

    /// <summary>The activities inside it, in the order of the file.</summary>
    public IReadOnlyList<ActivityNode> Children { get; internal set; } = [];

    /// <summary>The connections between its children, for a flowchart, in the order of the file.</summary>
    public IReadOnlyList<Connection> Connections { get; internal set; } = [];

    /// <summary>The variables it declares, for a container.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; internal set; } = [];

    /// <summary>The variables that the loop around gives to each run of it; empty for all but the body of a loop.</summary>
    public IReadOnlyList<VariableDefinition> Given { get; internal set; } = [];

    /// <summary>A copy of its custom properties; empty when there are none.</summary>
    public JsonObject CustomProperties => Part("customProperties")?.DeepClone().AsObject() ?? [];

    /// <summary>A copy of its metadata (designer position and the like); empty when there is none.</summary>
    public JsonObject Metadata => Part("metadata")?.DeepClone().AsObject() ?? [];

    /// <summary>The expression types of the inputs that the file gives, by declared name.</summary>
    public IReadOnlyDictionary<string, string> InputExpressions => Inputs.ToDictionary(b => b.Input.Name, b => b.Expression switch
    {
        Expression.Constant constant => constant.TypeName,
        Expression.OfVariable => "Variable",
        _ => "Input",
    });

    internal InputBinding[] Inputs { get; set; } = [];

    internal OutputBinding[] Outputs { get; set; } = [];

    /// <summary>What the activity type made of the rest of the JSON: a flowchart's plan, the variable to set.</summary>
    internal object? Parts { get; set; }

    /// <summary>How a saved state names this node: the id, or the node id where containers repeat ids.</summary>
    internal string Key { get; set; }

    /// <summary>Its place among its container's children.</summary>
    internal int Place { get; private set; }

    internal bool HasInputsToEvaluate { get; private set; }

    /// <summary>The text of an input that the file gives as a literal; null when it is left out or comes from elsewhere.</summary>
    public string? Literal(string input) => Binding(input)?.Expression is Expression.Constant constant ? ValueText.Of(constant.Value) : null;

    /// <summary>The texts of a list input that the file gives as a literal; null when it is left out or comes from elsewhere.</summary>
    public IReadOnlyList<string>? LiteralList(string input) => Binding(input)?.Constant as string[];

    internal InputBinding? Binding(string input)
    {
        foreach (var binding in Inputs)
            if (binding.Input.Name == input)
                return binding;
        return null;
    }

    internal bool Knows(string input) => Activity.Inputs.Any(known => string.Equals(known.Name, input, StringComparison.OrdinalIgnoreCase));

    internal IEnumerable<ActivityNode> SelfAndDescendants() => Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);

    internal JsonObject? Part(string name) => source.AnyCase(name) as JsonObject;

    internal IEnumerable<KeyValuePair<string, JsonNode?>> Properties() => source;

    /// <summary>What the file says of it, apart from how it is drawn and called.</summary>
    internal JsonObject Asks
    {
        get
        {
            var asks = source.DeepClone().AsObject();
            foreach (var drawing in (string[])["id", "nodeId", "name", "metadata", "customProperties"])
                asks.Remove(drawing);
            return asks;
        }
    }

    /// <summary>Works out what follows from the inputs, once all of them are read.</summary>
    internal void Settle()
    {
        HasInputsToEvaluate = Inputs.Any(binding => !binding.IsConstant);
        for (var place = 0; place < Children.Count; place++)
            Children[place].Place = place;
        Outcomes = [.. Activity.Outcomes(this)];
    }
}
