using LraGovernance.Running;
using LraGovernance.Web.Serving;
using Quartz;

namespace LraGovernance.Web.Jobs;

/// <summary>The bell: work the agenda until now. What is due stands in our rows, so a missed ring costs a delay.</summary>
[DisallowConcurrentExecution]
internal sealed class WorkTheAgenda(Agenda agenda, Readiness readiness) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (readiness is { Ready: true, Travelling: false })
        {
            await agenda.WorkAsync(cancellationToken);
        }
    }
}
