using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>When the next specification is to be public and in force, by the commissioning calendar.</summary>
[Anyone("the dates of the commissioning calendar are public")]
public sealed record ReadExpected(string Service) : IQuery<SpecificationExpected?>;

/// <param name="FinancialYear">The year it is for.</param>
/// <param name="PublishedBy">Null where the calendar names no day.</param>
/// <param name="InForceFrom">The first day of the year.</param>
public sealed record SpecificationExpected(string FinancialYear, DateOnly? PublishedBy, DateOnly InForceFrom);

internal sealed class ReadExpectedHandler(GovernanceDb db) : IRequestHandler<ReadExpected, SpecificationExpected?>
{
    private const string PublishBy = "publish-by";

    private static readonly SpecificationState[] OnTheWay = [SpecificationState.Drafting, SpecificationState.Agreed];

    public async Task<SpecificationExpected?> Handle(ReadExpected request, CancellationToken cancellationToken)
    {
        var year = await db.Specifications.Where(x => x.Service == request.Service && OnTheWay.Contains(x.State))
            .OrderBy(x => x.FinancialYear).Select(x => x.FinancialYear).FirstOrDefaultAsync(cancellationToken);
        if (year is null)
        {
            return null;
        }

        var published = await db.NamedDates.FindAsync([request.Service, year, PublishBy], cancellationToken);
        return new(year, published?.Date, FinancialYear.Parse(year).First);
    }
}
