using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Migrations;

/// <summary>What came of moving an instance to another version, or would.</summary>
public abstract record MigrationResult
{
    private MigrationResult() { }

    /// <summary>It can go on in the other version.</summary>
    /// <param name="State">The instance in that version; nothing has been run.</param>
    /// <param name="Notes">What changes for it, for people.</param>
    public sealed record Moved(WorkflowState State, IReadOnlyList<string> Notes) : MigrationResult;

    /// <summary>It has to stay where it is.</summary>
    /// <param name="Reasons">Every reason, for people; there is at least one.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : MigrationResult;
}
