namespace LraGovernance.Running;

/// <summary><c>Elsa.Event</c>: nothing is asked of anybody. The bookmark's row names the event, and <see cref="PublishEvent"/> finds it there.</summary>
internal sealed class WaitForEvent : IStepEffect
{
    internal const string EventType = "Elsa.Event";

    public string ActivityType => EventType;

    public Task<Reply?> CarryOutAsync(Asked asked, CancellationToken cancellationToken) => Task.FromResult<Reply?>(null);

    public Task WithdrawAsync(WorkflowInstance instance, string bookmarkId, string reason, CancellationToken cancellationToken) => Task.CompletedTask;
}
