using LraGovernance.Pipeline;
using MediatR;

namespace LraGovernance.Specifications;

/// <summary>What the version of a year replaced without an answer.</summary>
[KnownPerson]
public sealed record ReadLeftBehind(string Service, string FinancialYear) : IQuery<LeftBehindView?>;

/// <param name="Version">The version that replaced them.</param>
/// <param name="Behind">What the version before it had agreed meanwhile.</param>
/// <param name="Lost">What the version in force would say otherwise with all of them.</param>
public sealed record LeftBehindView(string Version, ChangedSinceView Behind, SpecificationDifference Lost);

internal sealed class ReadLeftBehindHandler(SpecificationVersions versions, ChangedSince since) : IRequestHandler<ReadLeftBehind, LeftBehindView?>
{
    public async Task<LeftBehindView?> Handle(ReadLeftBehind request, CancellationToken cancellationToken)
    {
        var specification = await since.RefreshedAsync(request.Service, request.FinancialYear, cancellationToken);
        if (specification is null || await since.LeftBehindAsync(specification, cancellationToken) is not { } behind)
        {
            return null;
        }

        var text = await versions.TextAsync(specification, cancellationToken);
        return new(SpecificationFile.VersionName(specification), behind, SpecificationDifference.Between(text, behind.Open.Aggregate(text, (document, piece) => behind.Taken(document, piece.Piece))));
    }
}
