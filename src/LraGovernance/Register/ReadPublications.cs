using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Register;

/// <summary>What has been published, what is held, and what is exempt: of that only its kind and why.</summary>
[Anyone("the list of what is public; exempt content is left out")]
public sealed record ReadPublications(string Service) : IQuery<PublicationsView>;

public sealed record PublicationsView(IReadOnlyList<PublicationLine> Lines, IReadOnlyList<PreElectionPeriod> Periods);

/// <param name="Title">Null where it is exempt.</param>
/// <param name="Address">Null while nobody outside may read it.</param>
/// <param name="HeldUntil">The first day on which it is public, where it is held.</param>
public sealed record PublicationLine(string Kind, string Key, string? Title, string? Address, DateTimeOffset? PublicSince, DateOnly? HeldUntil, int? ExemptParagraph);

internal sealed class ReadPublicationsHandler(GovernanceDb db, CouncilCalendar calendar, TimeProvider clock) : IRequestHandler<ReadPublications, PublicationsView>
{
    public async Task<PublicationsView> Handle(ReadPublications request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await db.Publications.AsNoTracking().Where(x => x.Service == request.Service).ToListAsync(cancellationToken);
        return new([.. rows.Where(PublicationRule.IsKnownToExist).OrderByDescending(x => x.DueAt).Select(x => Line(x, now))], await calendar.PreElectionAsync(request.Service, cancellationToken));
    }

    private static PublicationLine Line(Publication row, DateTimeOffset now) => row.Classification == Classification.Exempt
        ? new(row.Kind, row.Kind == DecisionRegister.Kind ? "" : row.Key, null, null, null, null, row.ExemptParagraph)
        : PublicationRule.IsPublic(row, now)
            ? new(row.Kind, row.Key, TitleOf(row), row.Address, row.PublicSince, null, null)
            : new(row.Kind, row.Key, TitleOf(row), null, null, row.HeldUntil, null);

    /// <summary>The title with its period in words; the record keeps it as the process wrote it.</summary>
    private static string TitleOf(Publication row) =>
        InstanceNames.PeriodInWords(row.Key) is { } period ? row.Title.Replace(row.Key, period, StringComparison.Ordinal) : row.Title;
}
