using FluentValidation;
using LraGovernance.Pipeline;
using MediatR;

namespace LraGovernance.Running;

/// <summary>Puts the schedules of a service's processes on the agenda where they are missing: at each start, for what an upgrade brought.</summary>
[SystemOnly, Unrecorded("the agenda's own plan; an occurrence is recorded when it starts a process")]
public sealed record PlanSchedules(Guid CommandId, string Service) : ICommand<PlanSchedulesResult>;

public sealed record PlanSchedulesResult;

internal sealed class PlanSchedulesValidator : AbstractValidator<PlanSchedules>
{
    public PlanSchedulesValidator() => RuleFor(x => x.Service).NotEmpty();
}

internal sealed class PlanSchedulesHandler(Schedules schedules) : IRequestHandler<PlanSchedules, PlanSchedulesResult>
{
    public async Task<PlanSchedulesResult> Handle(PlanSchedules request, CancellationToken cancellationToken)
    {
        await schedules.PlanAsync(request.Service, cancellationToken);
        return new();
    }
}
