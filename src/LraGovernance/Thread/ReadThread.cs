using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Thread;

/// <summary>The golden thread of a service: every end with how many links it has, and those that hang loose.</summary>
[KnownPerson]
public sealed record ReadThread(string Service) : IQuery<ThreadView>;

public sealed record ThreadView(IReadOnlyList<ThreadLine> Ends, IReadOnlyList<NamedEnd> Unlinked);

public sealed record ThreadLine(NamedEnd Named, int Before, int After);

internal sealed class ReadThreadHandler(GovernanceDb db, IEnumerable<IThreadEnds> sources) : IRequestHandler<ReadThread, ThreadView>
{
    public async Task<ThreadView> Handle(ReadThread request, CancellationToken cancellationToken)
    {
        var links = await db.ThreadLinks.AsNoTracking().Where(x => x.Service == request.Service).ToListAsync(cancellationToken);
        var before = links.ToLookup(x => new ThreadEnd(x.ToKind, x.ToKey));
        var after = links.ToLookup(x => new ThreadEnd(x.FromKind, x.FromKey));
        var named = await NamedAsync(sources, request.Service, links, cancellationToken);
        return new([.. named.Values.Select(x => new ThreadLine(x, before[x.End].Count(), after[x.End].Count()))], ThreadWalk.Unlinked(links, named.Values));
    }

    /// <summary>Every end by what it is called; one that only a link knows by its key.</summary>
    internal static async Task<IReadOnlyDictionary<ThreadEnd, NamedEnd>> NamedAsync(
        IEnumerable<IThreadEnds> sources, string service, IEnumerable<ThreadLink> links, CancellationToken cancellationToken)
    {
        var named = new Dictionary<ThreadEnd, NamedEnd>();
        foreach (var source in sources)
        {
            foreach (var one in await source.AllAsync(service, cancellationToken))
            {
                named[one.End] = one;
            }
        }

        foreach (var end in links.SelectMany(x => new[] { new ThreadEnd(x.FromKind, x.FromKey), new ThreadEnd(x.ToKind, x.ToKey) }))
        {
            named.TryAdd(end, new(end, end.Key, null, MustLeadOn: end.Kind == "exception"));
        }

        return named;
    }
}
