using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Running;
using LraGovernance.Tests.Crashes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Decisions;

/// <summary>Answers that arrive at the same instant: none lost, none doubled, and the last two never both see "one short". <c>LRA_CAMPAIGN=1</c> tries 200 persons and 200 requests.</summary>
public sealed class AtOnceTests
{
    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task Twenty_posts_of_the_same_person_at_once_are_one_decision_and_twenty_receipts(DatabaseKind kind)
    {
        var persons = Campaign.Of(whole: 200, sample: 40);
        const int posts = 20;
        await using var house = await House.OpenAsync(kind, options: new HouseOptions { Workflows = TinyProcess.Folder() });
        var board = await Given.ABoard().Of(persons).WithQuorum(persons).SeatAsync(house);
        var request = await board.AskAsync();

        var receipts = new List<Guid>();
        foreach (var crowd in Enumerable.Range(1, persons).Chunk(8))
        {
            // Half of them click twice (the same id), half have another tab open (ids of their own).
            var answers = await Task.WhenAll(crowd.SelectMany(seat => Enumerable.Range(0, posts).Select(post => Task.Run(async () =>
                (seat, answer: ReceiptOf(await board.AnswerAsync(request, seat, "Approve", $"{seat}/{(post % 2 == 0 ? 0 : post)}")))))));
            foreach (var person in answers.GroupBy(x => x.seat))
            {
                receipts.Add(person.Select(x => x.answer).Distinct().ShouldHaveSingleItem());
            }
        }

        receipts.Distinct().Count().ShouldBe(persons);
        await using var db = house.Db();
        (await db.Answers.CountAsync()).ShouldBe(persons);
        (await db.RecordEntries.CountAsync(x => x.Event == "decision-recorded")).ShouldBe(persons);
        (await db.RecordEntries.CountAsync(x => x.Event == "body-decided")).ShouldBe(1);
        (await house.SendAsync(new VerifyAudit())).ShouldBeOfType<VerifyAuditResult.Sound>();
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task The_last_two_approvals_at_once_move_the_process_on_once(DatabaseKind kind)
    {
        var times = Campaign.Of(whole: 200, sample: 50);
        await using var house = await House.OpenAsync(kind, options: new HouseOptions { Workflows = TinyProcess.Folder() });
        var board = await Given.ABoard().Of(2).WithQuorum(2).SeatAsync(house);
        for (var i = 0; i < times; i++)
        {
            var request = await board.AskAsync($"case-{i}");
            using var both = new Barrier(2);
            var results = await Task.WhenAll(Enumerable.Range(1, 2).Select(seat => Task.Run(() =>
            {
                both.SignalAndWait();
                return board.AnswerAsync(request, seat, "Approve");
            })));
            results.ShouldAllBe(x => x is RecordDecisionResult.Recorded);
        }

        await using var db = house.Db();
        (await db.Instances.CountAsync(x => x.DefinitionId == TinyProcess.DefinitionId && x.Status == InstanceStatus.Finished)).ShouldBe(times, "no sleeper");
        (await db.RecordEntries.CountAsync(x => x.Event == "body-decided")).ShouldBe(times, "one move each");
        (await db.Tasks.CountAsync()).ShouldBe(times);
        (await db.Incidents.CountAsync()).ShouldBe(0);
    }

    private static Guid ReceiptOf(RecordDecisionResult result) => result switch
    {
        RecordDecisionResult.Recorded recorded => recorded.AnswerId,
        RecordDecisionResult.AlreadyAnswered already => already.AnswerId,
        _ => throw new InvalidOperationException($"Not a receipt: {result}"),
    };
}
