using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Variations;

/// <summary>Whether all three parties have agreed; the first that declines ends it .</summary>
[SystemOnly]
public sealed record CountAgreements(Guid CommandId, string Service, string Number) : IStepCommand<CountAgreements, CountAgreementsResult>
{
    public static CountAgreements From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record CountAgreementsResult
{
    public sealed record Settled : CountAgreementsResult;

    public sealed record StillAsked : CountAgreementsResult;
}

internal sealed class CountAgreementsValidator : AbstractValidator<CountAgreements>
{
    public CountAgreementsValidator() => RuleFor(x => x.Number).NotEmpty();
}

internal sealed class CountAgreementsHandler(GovernanceDb db, Record record) : IRequestHandler<CountAgreements, CountAgreementsResult>
{
    public async Task<CountAgreementsResult> Handle(CountAgreements command, CancellationToken cancellationToken)
    {
        var given = await db.VariationAgreements.Where(x => x.Service == command.Service && x.Number == command.Number).ToListAsync(cancellationToken);
        await record.AddAsync(new Fact("agreements-counted", $"variation/{command.Number}", $"{given.Count(x => x.Agrees)} of {VariationDesk.Parties.Count} have agreed")
        {
            Process = VariationDesk.Process, InstanceKey = command.Number, After = new { agreed = given.Count(x => x.Agrees), declined = given.Count(x => !x.Agrees) },
        }, cancellationToken);
        return given.Exists(x => !x.Agrees) || VariationDesk.Parties.All(x => given.Exists(a => a.Role == x))
            ? new CountAgreementsResult.Settled() : new CountAgreementsResult.StillAsked();
    }
}
