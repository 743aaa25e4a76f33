namespace LraGovernance.Engine.Hosting;

/// <summary>Workflows set each other off without ever waiting.</summary>
public sealed class EndlessWorkException(string message) : Exception(message);
