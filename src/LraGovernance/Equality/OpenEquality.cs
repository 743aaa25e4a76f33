using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Equality;

/// <summary>Opens the equality impact assessment of a case.</summary>
[SystemOnly]
public sealed record OpenEquality(Guid CommandId, string Service, string CaseNumber) : IStepCommand<OpenEquality, OpenEqualityResult>
{
    public static OpenEquality From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record OpenEqualityResult
{
    public sealed record Opened : OpenEqualityResult;
}

internal sealed class OpenEqualityValidator : AbstractValidator<OpenEquality>
{
    public OpenEqualityValidator() => RuleFor(x => x.CaseNumber).NotEmpty();
}

internal sealed class OpenEqualityHandler(GovernanceDb db, EqualityDesk desk, TimeProvider clock) : IRequestHandler<OpenEquality, OpenEqualityResult>
{
    public async Task<OpenEqualityResult> Handle(OpenEquality command, CancellationToken cancellationToken)
    {
        var assessment = new EqualityAssessment { Service = command.Service, CaseNumber = command.CaseNumber, OpenedAt = clock.GetUtcNow() };
        db.EqualityAssessments.Add(assessment);
        await desk.RecordAsync(assessment, "equality-opened", $"Equality impact assessment of {command.CaseNumber} is opened", null, cancellationToken);
        return new OpenEqualityResult.Opened();
    }
}

/// <summary>What several steps of an assessment need to know.</summary>
internal sealed class EqualityDesk(GovernanceDb db, Record record)
{
    internal const string Process = "equality-impact-assessment";

    internal async Task<EqualityAssessment> OfAsync(string service, string number, CancellationToken cancellationToken) =>
        await db.EqualityAssessments.FindAsync([service, number], cancellationToken) ?? throw new InvalidOperationException($"{number} has no equality impact assessment.");

    internal Task RecordAsync(EqualityAssessment one, string happened, string detail, object? after, CancellationToken cancellationToken, IReadOnlyList<PersonalText>? personal = null) =>
        record.AddAsync(new Fact(happened, $"equality/{one.CaseNumber}", detail) { Process = Process, InstanceKey = one.CaseNumber, After = after, Personal = personal ?? [] }, cancellationToken);
}
