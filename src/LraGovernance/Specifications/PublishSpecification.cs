using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Specifications;

/// <summary>The agreed text is on the public page from here on, open to comment (004 2.3, R-027).</summary>
[SystemOnly]
public sealed record PublishSpecification(Guid CommandId, string Service, string FinancialYear) : IStepCommand<PublishSpecification, PublishSpecificationResult>
{
    public static PublishSpecification From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record PublishSpecificationResult
{
    public sealed record Published : PublishSpecificationResult;
}

internal sealed class PublishSpecificationValidator : AbstractValidator<PublishSpecification>
{
    public PublishSpecificationValidator() => RuleFor(x => x.FinancialYear).NotEmpty();
}

internal sealed class PublishSpecificationHandler(SpecificationFile file, Record record, TimeProvider clock) : IRequestHandler<PublishSpecification, PublishSpecificationResult>
{
    public async Task<PublishSpecificationResult> Handle(PublishSpecification command, CancellationToken cancellationToken)
    {
        var specification = await file.OfAsync(command.Service, command.FinancialYear, cancellationToken);
        specification.State = SpecificationState.Published;
        specification.PublishedAt = clock.GetUtcNow();
        await record.AddAsync(new Fact("document-published", $"specification/{specification.Id}", specification.Title)
        {
            Process = "specification-refresh", InstanceKey = command.FinancialYear, After = new { hash = specification.RevisionHash },
        }, cancellationToken);
        return new PublishSpecificationResult.Published();
    }
}
