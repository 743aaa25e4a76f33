using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Specifications;

/// <summary>The Board has rejected it, or has not answered in time: the version in force stays in force.</summary>
[SystemOnly]
public sealed record MarkSpecificationNotAgreed(Guid CommandId, string Service, string FinancialYear) : IStepCommand<MarkSpecificationNotAgreed, MarkSpecificationNotAgreedResult>
{
    public static MarkSpecificationNotAgreed From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record MarkSpecificationNotAgreedResult
{
    public sealed record NotAgreed : MarkSpecificationNotAgreedResult;
}

internal sealed class MarkSpecificationNotAgreedValidator : AbstractValidator<MarkSpecificationNotAgreed>
{
    public MarkSpecificationNotAgreedValidator() => RuleFor(x => x.FinancialYear).NotEmpty();
}

internal sealed class MarkSpecificationNotAgreedHandler(SpecificationFile file, Record record) : IRequestHandler<MarkSpecificationNotAgreed, MarkSpecificationNotAgreedResult>
{
    public async Task<MarkSpecificationNotAgreedResult> Handle(MarkSpecificationNotAgreed command, CancellationToken cancellationToken)
    {
        var specification = await file.OfAsync(command.Service, command.FinancialYear, cancellationToken);
        specification.State = SpecificationState.NotAgreed;
        await record.AddAsync(new Fact("specification-not-agreed", $"specification/{specification.Id}", specification.Title)
        {
            Process = "specification-refresh", InstanceKey = command.FinancialYear, After = new { hash = specification.RevisionHash },
        }, cancellationToken);
        return new MarkSpecificationNotAgreedResult.NotAgreed();
    }
}
