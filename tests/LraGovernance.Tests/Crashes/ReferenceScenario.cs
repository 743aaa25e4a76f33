using LraGovernance.Calendar;
using LraGovernance.Decisions;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LraGovernance.Tests.Crashes;

/// <summary>
/// One case: a board of three is asked, answers, and the process goes on. Everybody who acts does so again after a crash,
/// with what they had sent before: it is played from its beginning, whatever is done already.
/// </summary>
internal sealed class ReferenceScenario(Store store, string workflows, bool stepFaults)
{
    private static readonly DateTimeOffset Begin = London.At(new DateOnly(2015, 11, 2), new TimeOnly(9, 0));
    private static readonly Actor Administrator = Actor.SignedIn(Guid.Empty, new HashSet<string> { $"{BoardBuilder.Service}/administrator" });

    private readonly Trouble _trouble = new();
    private DateTimeOffset _now = Begin;

    /// <summary>Every mail that left, over all crashes.</summary>
    public Mailbox Mails { get; } = new();

    public async Task SeatAsync()
    {
        var house = await OpenAsync(new CrashAt(null));
        await Given.ABoard().Of(3).WithQuorum(3).SeatAsync(house);
        await house.CloseAsync();
    }

    /// <returns>The crash points passed, and whether it died at the last of them.</returns>
    public async Task<(IReadOnlyList<string> Passed, bool Died)> PlayAsync(int? crashAt)
    {
        var crash = new CrashAt(crashAt);
        var house = await OpenAsync(crash);
        try
        {
            await PlayAsync(house);
            return (crash.Passed, false);
        }
        catch (DiedException)
        {
            _now = house.Clock.GetUtcNow();
            return (crash.Passed, true);
        }
        finally
        {
            await house.CloseAsync();
            await store.CloseAsync();
        }
    }

    private async Task PlayAsync(House house)
    {
        await house.SendAsync(new StartProcess(house.Randomness.Id("start", "1"), BoardBuilder.Service, TinyProcess.DefinitionId, "case-1"));
        await house.WorkAsync();
        await LaterAsync(house, hours: 1);
        await LaterAsync(house, hours: 2);
        var board = new Board(house, []);
        var request = await board.RequestAsync();
        _trouble.On = stepFaults;
        for (var seat = 1; seat <= 3; seat++)
        {
            (await board.AnswerAsync(request, seat, "Approve")).ShouldBeOfType<RecordDecisionResult.Recorded>();
        }

        _trouble.On = false;
        if (stepFaults)
        {
            await using var db = house.Db();
            var incident = await db.Incidents.SingleAsync();
            (await house.SendAsync(new RetryIncident(house.Randomness.Id("retry", "1"), BoardBuilder.Service, incident.Id), Administrator))
                .ShouldBeOfType<RetryIncidentResult.Retried>();
        }

        await house.WorkAsync();
        await LaterAsync(house, hours: 3);
    }

    private static async Task LaterAsync(House house, int hours)
    {
        house.Clock.MoveTo(Begin.AddHours(hours));
        await house.WorkAsync();
    }

    private Task<House> OpenAsync(CrashAt crash) => House.OpenAsync(store, new HouseOptions
    {
        Now = _now, Workflows = workflows,
        Compose = x => x.AddSingleton<ICrashPoints>(crash).AddSingleton(_trouble).AddSingleton<IMailSender>(Mails),
    });
}
