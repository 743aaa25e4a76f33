using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Specifications;
using LraGovernance.Thread;
using MediatR;

namespace LraGovernance.Variations;

/// <summary>What either side says when it raises a variation.</summary>
public sealed record VariationContent(string Title, string Why, string Impact, VariationProposal Proposal);

/// <summary>Either side proposes a change to the version in force, with its impact assessment (004 6.3; ).</summary>
[Roles("commissioner", "head-of-service", "senior-manager")]
public sealed record RaiseVariation(Guid CommandId, string Service, VariationContent Content) : ICommand<RaiseVariationResult>;

public abstract record RaiseVariationResult
{
    public sealed record Raised(string Number) : RaiseVariationResult;

    /// <summary>Pieces that are not in the version in force any more as the author saw them.</summary>
    public sealed record ChangedMeanwhile(IReadOnlyList<string> Pieces) : RaiseVariationResult, INothingDone;

    /// <summary>Every piece says what it says already.</summary>
    public sealed record NothingWouldChange : RaiseVariationResult, INothingDone;

    public sealed record NothingInForce : RaiseVariationResult, INothingDone;
}

internal sealed class VariationContentValidator : AbstractValidator<VariationContent>
{
    private const decimal Most = 999_999_999_999, MostThousands = 999_999_999;

    public VariationContentValidator()
    {
        RuleFor(x => x.Title).Written("Enter a title").AtMost(150, "Title");
        RuleFor(x => x.Why).Written("Enter why the change is needed").AtMost(4_000, "Why the change is needed");
        RuleFor(x => x.Impact).Written("Enter what the change does to people, performance and cost").AtMost(4_000, "The impact assessment");
        RuleFor(x => x.Proposal).Must(x => !x.IsEmpty).WithMessage("Choose at least one clause, indicator or year of the budget to change");
        RuleForEach(x => x.Proposal.Clauses).ChildRules(edit =>
        {
            edit.RuleFor(x => x.Heading).Written("Enter a heading").AtMost(150, "Heading");
            edit.RuleFor(x => x.Text).Written("Enter the text of the clause").AtMost(10_000, "The text of the clause");
        });
        RuleForEach(x => x.Proposal.Indicators).ChildRules(edit =>
        {
            edit.RuleFor(x => x.Floor).InclusiveBetween(-Most, Most).WithMessage(x => $"The floor of {x.Ref} must be a number of 12 digits at most");
            edit.RuleFor(x => x.Target).InclusiveBetween(-Most, Most).WithMessage(x => $"The target of {x.Ref} must be a number of 12 digits at most");
        });
        RuleForEach(x => x.Proposal.Budget).ChildRules(edit =>
        {
            edit.RuleFor(x => x.Staffing).InclusiveBetween(-MostThousands, MostThousands).WithMessage(TooMuch("Staffing"));
            edit.RuleFor(x => x.NonStaffing).InclusiveBetween(-MostThousands, MostThousands).WithMessage(TooMuch("Non-staffing"));
            edit.RuleFor(x => x.Income).InclusiveBetween(-MostThousands, MostThousands).WithMessage(TooMuch("Income"));
        });
        RuleFor(x => x.Proposal.StatedEffect).InclusiveBetween(-Most, Most).WithMessage("The effect on the budget must be less than \u00a31,000,000,000,000");
    }

    private static string TooMuch(string line) => $"{line} must be between -999,999,999 and 999,999,999 thousand pounds";
}

internal sealed class RaiseVariationValidator : AbstractValidator<RaiseVariation>
{
    public RaiseVariationValidator() => RuleFor(x => x.Content).SetValidator(new VariationContentValidator());
}

internal sealed class RaiseVariationHandler(
    GovernanceDb db, SpecificationVersions versions, CaseNumbers numbers, Instances instances, GoldenThread thread, Record record, Caller caller, TimeProvider clock)
    : IRequestHandler<RaiseVariation, RaiseVariationResult>
{
    public async Task<RaiseVariationResult> Handle(RaiseVariation command, CancellationToken cancellationToken)
    {
        if (await versions.InForceAsync(command.Service, cancellationToken) is not { } now)
        {
            return new RaiseVariationResult.NothingInForce();
        }

        if (Proposals.Overtaken(now.Document, command.Content.Proposal) is { Count: > 0 } overtaken)
        {
            return new RaiseVariationResult.ChangedMeanwhile(overtaken);
        }

        ProposalSlips.Require(now.Document, command.Content.Proposal);
        if (!Proposals.ChangesAnything(now.Document, command.Content.Proposal))
        {
            return new RaiseVariationResult.NothingWouldChange();
        }

        var (person, at) = (caller.Actor.PersonId!.Value, clock.GetUtcNow());
        var year = FinancialYear.Of(London.DateOf(at));
        var number = await numbers.NextAsync(command.Service, VariationDesk.NumberPrefix, year, cancellationToken);
        var side = caller.Actor.Holds(command.Service, "commissioner") ? Side.Council : Side.Service;
        var content = command.Content;
        db.Variations.Add(new Variation
        {
            Service = command.Service, Number = number, FinancialYear = $"{year}", Title = content.Title.Trim(), RaisedBy = side, RaisedById = person, RaisedAt = at, Why = content.Why.Trim(),
            Impact = content.Impact.Trim(), Proposal = content.Proposal.ToJson(), BasedOnVersion = SpecificationFile.VersionName(now.Specification),
            BasedOnHash = now.Specification.RevisionHash!, State = VariationState.Assessing,
        });
        foreach (var edit in content.Proposal.Clauses)
        {
            await thread.TieAsync(command.Service, ThreadEnd.Variation(number), ThreadEnd.Clause(now.Specification.FinancialYear, edit.Clause), "would change", cancellationToken);
        }

        await record.AddAsync(new Fact("variation-raised", $"variation/{number}", $"Raised by {VariationStory.Of(side)}")
        {
            Process = VariationDesk.Process, InstanceKey = number,
            After = new { side, basedOn = now.Specification.RevisionHash, proposal = CanonicalJson.Hash(content.Proposal.ToJson()) },
            Personal = [new("why", person, content.Why), new("impact", person, content.Impact)],
        }, cancellationToken);
        await instances.StartAsync(VariationDesk.Process, command.Service, number, null, cancellationToken, year);
        return new RaiseVariationResult.Raised(number);
    }
}
