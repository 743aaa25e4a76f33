using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Tests;

/// <summary>Starts a process for a case; in the product schedules and other processes do.</summary>
[SystemOnly]
internal sealed record StartProcess(Guid CommandId, string Service, string DefinitionId, string Key) : ICommand<StartProcessResult>;

internal sealed record StartProcessResult(Guid InstanceId);

internal sealed class StartProcessHandler(Instances instances) : IRequestHandler<StartProcess, StartProcessResult>
{
    public async Task<StartProcessResult> Handle(StartProcess request, CancellationToken cancellationToken) =>
        new((await instances.StartAsync(request.DefinitionId, request.Service, request.Key, null, cancellationToken)).Id);
}
