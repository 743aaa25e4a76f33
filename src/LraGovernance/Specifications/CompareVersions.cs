using LraGovernance.Pipeline;
using MediatR;

namespace LraGovernance.Specifications;

/// <summary>What differs between two published versions.</summary>
[Anyone("both versions are public documents")]
public sealed record CompareVersions(string Service, string From, string To) : IQuery<VersionsCompared?>;

public sealed record VersionsCompared(SpecificationView From, SpecificationView To, SpecificationDifference Difference);

internal sealed class CompareVersionsHandler(IMediator mediator) : IRequestHandler<CompareVersions, VersionsCompared?>
{
    public async Task<VersionsCompared?> Handle(CompareVersions request, CancellationToken cancellationToken)
    {
        var from = await mediator.Send(new ReadSpecification(request.Service, request.From), cancellationToken);
        var to = await mediator.Send(new ReadSpecification(request.Service, request.To), cancellationToken);
        return from is null || to is null ? null : new(from, to, SpecificationDifference.Between(from.Document, to.Document));
    }
}
