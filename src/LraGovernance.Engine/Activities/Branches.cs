using LraGovernance.Engine.Definitions;

namespace LraGovernance.Engine.Activities;

/// <summary>What an <see cref="If"/> chooses between.</summary>
internal sealed record Branches(ActivityNode? Then, ActivityNode? Else)
{
    public ActivityNode? For(bool holds) => holds ? Then : Else;
}
