namespace LraGovernance.Engine.Execution;

/// <summary>Why a resumption or cancellation met nothing. The state is then unchanged, and there are no effects.</summary>
/// <param name="BookmarkId">The bookmark asked for; null for a cancellation.</param>
/// <param name="Reason">Why.</param>
/// <param name="Status">How the instance stands.</param>
public sealed record ResumeMiss(string? BookmarkId, MissReason Reason, WorkflowStatus Status);
