using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;

namespace LraGovernance.Running;

/// <summary>Moves an item that could not be performed, so that it neither blocks the agenda nor is forgotten.</summary>
[SystemOnly, Unrecorded("transport state of the agenda; the failure is in the log")]
public sealed record PostponeAgendaItem(Guid CommandId, string Service, string Kind, string Key, DateTimeOffset Until) : ICommand<PostponeAgendaItemResult>;

public sealed record PostponeAgendaItemResult;

internal sealed class PostponeAgendaItemValidator : AbstractValidator<PostponeAgendaItem>
{
    public PostponeAgendaItemValidator() => RuleFor(x => x.Kind).NotEmpty();
}

internal sealed class PostponeAgendaItemHandler(GovernanceDb db) : IRequestHandler<PostponeAgendaItem, PostponeAgendaItemResult>
{
    public async Task<PostponeAgendaItemResult> Handle(PostponeAgendaItem request, CancellationToken cancellationToken)
    {
        if (await db.Agenda.FindAsync([request.Kind, request.Key], cancellationToken) is { } item && item.DueAt < request.Until)
        {
            item.DueAt = request.Until;
        }

        return new();
    }
}
