using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;

namespace LraGovernance.Engine.Execution;

/// <summary>One activity under way: started and not yet complete. The root's has no parent.</summary>
internal sealed class Frame(int id, ActivityNode node, Frame? parent, int place, JsonNode?[]? given = null)
{
    private List<Frame>? children;

    public int Id => id;

    public ActivityNode Node => node;

    public Frame? Parent => parent;

    /// <summary>Its place among the container's children.</summary>
    public int Place => place;

    public IReadOnlyList<Frame> Children => children ?? (IReadOnlyList<Frame>)[];

    /// <summary>The variables of a container that declares some, in their declared order.</summary>
    public JsonNode?[]? Variables { get; set; }

    /// <summary>The values that the loop around gives to this pass, in the order of <see cref="ActivityNode.Given"/>.</summary>
    public JsonNode?[]? Given => given;

    /// <summary>What a container keeps about this run of it.</summary>
    public object? Own { get; set; }

    public Bookmark? Bookmark { get; set; }

    public void Join() => (parent!.children ??= []).Add(this);

    public void Leave() => parent?.children!.Remove(this);

    public IEnumerable<Frame> SelfAndDescendants() => Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);
}
