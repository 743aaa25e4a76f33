namespace LraGovernance.Engine.Execution;

/// <summary>A saved state is damaged, of a format this engine does not know, or not of the definition it is run with.</summary>
public sealed class UnreadableStateException : Exception
{
    internal UnreadableStateException(string reason, Exception? inner = null)
        : base($"The saved workflow state cannot be read: {reason}.", inner) { }
}
