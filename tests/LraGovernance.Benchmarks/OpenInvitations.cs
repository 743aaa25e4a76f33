using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Tests;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Benchmarks;

/// <summary>A house with open requests to a board of four: three answers each leave a request open, the fourth closes it.</summary>
internal sealed class OpenInvitations(House house, IReadOnlyList<(DecisionRequest Request, Invitation Invitation)> early, IReadOnlyList<(DecisionRequest Request, Invitation Invitation)> last)
{
    private const int Members = 4;

    /// <summary>Answers that leave the request open.</summary>
    public IReadOnlyList<(DecisionRequest Request, Invitation Invitation)> Early => early;

    public House House => house;

    /// <summary>A database on which so many answers can be given without closing anything.</summary>
    public static async Task<Store> PrepareAsync(DatabaseKind kind, int answers)
    {
        var store = await PreparedStores.CopyAsync(kind, null);
        var house = await OpenHouseAsync(store);
        await Given.ABoard().Of(Members).WithQuorum(Members).SeatAsync(house);
        for (var i = 0; i < (answers + Members - 2) / (Members - 1); i++)
        {
            await house.SendAsync(new StartProcess(house.Randomness.Id("start", $"{i}"), BoardBuilder.Service, TinyProcess.DefinitionId, $"case-{i}"));
        }

        await house.CloseAsync();
        await store.CloseAsync();
        return store;
    }

    public static async Task<OpenInvitations> OpenAsync(Store store)
    {
        var house = await OpenHouseAsync(store);
        await using var db = house.Db();
        var requests = await db.DecisionRequests.AsNoTracking().Include(x => x.Invitations).Where(x => x.State == RequestState.Open).ToListAsync();
        return new(house, Of(Enumerable.Range(0, Members - 1)), Of([Members - 1]));

        List<(DecisionRequest, Invitation)> Of(IEnumerable<int> positions) =>
            [.. positions.SelectMany(position => requests.OrderBy(x => x.InstanceKey, StringComparer.Ordinal).Select(x => (x, x.Invitations.Single(i => i.Position == position))))];
    }

    public Task AnswerAsync(int number) => AnswerAsync(early[number]);

    /// <summary>The answer that closes the request: the process goes on, a task is opened, everybody is told.</summary>
    public Task AnswerLastAsync(int number) => AnswerAsync(last[number]);

    private async Task AnswerAsync((DecisionRequest Request, Invitation Invitation) open)
    {
        var (request, invitation) = open;
        var command = new RecordDecision(
            house.Randomness.Id("measured-answer", invitation.Id.ToString()), request.Service, invitation.Id, "Approve", "Because it says what was agreed.", "Board Member",
            request.DocumentHash, null);
        var result = await house.SendAsync(command, Actor.ByLink(invitation.PersonId, invitation.Id));
        if (result is not RecordDecisionResult.Recorded)
        {
            throw new InvalidOperationException($"{result}");
        }
    }

    private static Task<House> OpenHouseAsync(Store store) => House.OpenAsync(store, new HouseOptions { Workflows = Workflows });

    private static string Workflows { get; } = TinyProcess.Folder();
}
