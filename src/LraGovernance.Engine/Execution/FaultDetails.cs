namespace LraGovernance.Engine.Execution;

/// <summary>How an <c>Elsa.Fault</c> sorts the fault it raises.</summary>
/// <param name="Code">A code of the author's; <c>0</c> when left out.</param>
/// <param name="Category">For example HTTP; <c>General</c> when left out.</param>
/// <param name="FaultType">For example Business; <c>System</c> when left out.</param>
public sealed record FaultDetails(string Code, string Category, string FaultType);
