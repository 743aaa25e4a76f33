using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Execution;

/// <summary>What an activity can see while it runs. Valid only during the call.</summary>
public sealed class ActivityContext
{
    private readonly Machine machine;
    private readonly Frame frame;
    private readonly object?[]? evaluated;

    internal ActivityContext(Machine machine, Frame frame, object?[]? evaluated, bool isTrigger)
    {
        (this.machine, this.frame, this.evaluated, IsTrigger) = (machine, frame, evaluated, isTrigger);
    }

    /// <summary>The activity in the definition.</summary>
    public ActivityNode Node => frame.Node;

    /// <summary>The burst's time.</summary>
    public DateTimeOffset Now => machine.Now;

    /// <summary>A key for this one run of the activity: unique in the instance, and the same when the burst is run again from the same state.</summary>
    public string Key => $"{Node.Id}/{frame.Id}";

    /// <summary>Whether this run of the activity is what set the instance off (see <see cref="Stimulus.Start"/>).</summary>
    public bool IsTrigger { get; }

    /// <summary>What the trigger brought along; null where this run is not what set the instance off.</summary>
    public JsonNode? TriggerPayload => IsTrigger ? machine.TriggerPayload?.DeepClone() : null;

    /// <summary>A text input; null when it is left out or empty. For every kind but the lists and objects.</summary>
    public string? Text(string input) => Value(input) switch
    {
        null => null,
        string text => text,
        JsonNode node => ValueText.Of(node),
        bool flag => flag ? "True" : "False",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        var other => throw new InvalidOperationException($"The input '{input}' is a {other.GetType().Name}, not a text."),
    };

    /// <summary>An input of kind Integer; null when it is left out.</summary>
    public int? Integer(string input) => (int?)Value(input);

    /// <summary>An input of kind Decimal; null when it is left out.</summary>
    public decimal? Decimal(string input) => (decimal?)Value(input);

    /// <summary>An input of kind Boolean; false when it is left out or null.</summary>
    public bool Boolean(string input) => (bool?)Value(input) ?? false;

    /// <summary>An input of kind TextList; empty when it is left out or null.</summary>
    public IReadOnlyList<string> TextList(string input) => (string[]?)Value(input) ?? [];

    /// <summary>An input of kind Duration; null when it is left out.</summary>
    public TimeSpan? Duration(string input) => (TimeSpan?)Value(input);

    /// <summary>An input of kind Moment, in UTC; null when it is left out.</summary>
    public DateTimeOffset? Moment(string input) => ((DateTimeOffset?)Value(input))?.ToUniversalTime();

    /// <summary>A copy of an input of kind Object, Map or Any; null when it is left out.</summary>
    public JsonNode? Json(string input) => ((JsonNode?)Value(input))?.DeepClone();

    internal object? Evaluate(InputBinding binding) => machine.Evaluate(frame, binding);

    private object? Value(string input)
    {
        var bindings = Node.Inputs;
        for (var i = 0; i < bindings.Length; i++)
            if (bindings[i].Input.Name == input)
                return evaluated is null ? machine.Evaluate(frame, bindings[i]) : evaluated[i];
        return null;
    }
}
