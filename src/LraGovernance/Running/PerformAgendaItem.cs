using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;

namespace LraGovernance.Running;

/// <summary>Performs the agenda item that was seen due, unless somebody else has meanwhile.</summary>
[SystemOnly]
public sealed record PerformAgendaItem(Guid CommandId, string Service, string Kind, string Key, DateTimeOffset DueAt) : ICommand<PerformAgendaItemResult>;

public abstract record PerformAgendaItemResult
{
    public sealed record Performed : PerformAgendaItemResult;

    /// <summary>It is not on the agenda for that time any more.</summary>
    public sealed record Gone : PerformAgendaItemResult;
}

internal sealed class PerformAgendaItemValidator : AbstractValidator<PerformAgendaItem>
{
    public PerformAgendaItemValidator()
    {
        RuleFor(x => x.Kind).NotEmpty();
        RuleFor(x => x.Key).NotEmpty();
    }
}

internal sealed class PerformAgendaItemHandler(GovernanceDb db, IEnumerable<IAgendaWork> works) : IRequestHandler<PerformAgendaItem, PerformAgendaItemResult>
{
    public async Task<PerformAgendaItemResult> Handle(PerformAgendaItem request, CancellationToken cancellationToken)
    {
        var item = await db.Agenda.FindAsync([request.Kind, request.Key], cancellationToken);
        if (item is null || item.DueAt != request.DueAt)
        {
            return new PerformAgendaItemResult.Gone();
        }

        var work = works.SingleOrDefault(x => x.Kind == request.Kind)
            ?? throw new InvalidOperationException($"Nothing performs agenda items of kind '{request.Kind}'.");
        await work.PerformAsync(item, cancellationToken);
        return new PerformAgendaItemResult.Performed();
    }
}
