namespace LraGovernance.Running;

/// <summary>
/// <c>Elsa.PublishEvent</c>, within a service: wakes every process that waits for an event of that name, and starts each process that begins with
/// it, for the period or case of the correlation id, else of the payload's <c>key</c>, else of the publisher; one that is there already is not
/// started again.
/// </summary>
internal sealed class PublishEvent(Bursts bursts) : IStepEffect
{
    public string ActivityType => "Elsa.PublishEvent";

    public Task<Reply?> CarryOutAsync(Asked asked, CancellationToken cancellationToken)
    {
        var published = new PublishedEvent(
            asked.RequiredText("eventName"), asked.Request["payload"]?.DeepClone(), asked.Text("correlationId"), (bool)asked.Request["isLocalEvent"]!);
        bursts.QueueApart(asked.Instance.Id, new StimulusRow(null, null, null, null) { Event = published });
        return Task.FromResult<Reply?>(null);
    }

    public Task WithdrawAsync(WorkflowInstance instance, string bookmarkId, string reason, CancellationToken cancellationToken) => Task.CompletedTask;
}
