using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Activities;

/// <summary>A case of a <see cref="FlowSwitch"/>.</summary>
internal sealed record SwitchCase(string Label, InputBinding Condition);
