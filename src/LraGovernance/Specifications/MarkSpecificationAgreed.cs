using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Specifications;

/// <summary>The Board has signed it off, and head of service and SMT have agreed (004 6.2).</summary>
[SystemOnly]
public sealed record MarkSpecificationAgreed(Guid CommandId, string Service, string FinancialYear) : IStepCommand<MarkSpecificationAgreed, MarkSpecificationAgreedResult>
{
    public static MarkSpecificationAgreed From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record MarkSpecificationAgreedResult
{
    public sealed record Agreed : MarkSpecificationAgreedResult;
}

internal sealed class MarkSpecificationAgreedValidator : AbstractValidator<MarkSpecificationAgreed>
{
    public MarkSpecificationAgreedValidator() => RuleFor(x => x.FinancialYear).NotEmpty();
}

internal sealed class MarkSpecificationAgreedHandler(SpecificationFile file, Record record) : IRequestHandler<MarkSpecificationAgreed, MarkSpecificationAgreedResult>
{
    public async Task<MarkSpecificationAgreedResult> Handle(MarkSpecificationAgreed command, CancellationToken cancellationToken)
    {
        var specification = await file.OfAsync(command.Service, command.FinancialYear, cancellationToken);
        specification.State = SpecificationState.Agreed;
        await record.AddAsync(new Fact("specification-agreed", $"specification/{specification.Id}", specification.Title)
        {
            Process = "specification-refresh", InstanceKey = command.FinancialYear, After = new { hash = specification.RevisionHash },
        }, cancellationToken);
        return new MarkSpecificationAgreedResult.Agreed();
    }
}
