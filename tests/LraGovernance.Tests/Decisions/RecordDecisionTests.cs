using LraGovernance.Audit;
using LraGovernance.Bodies;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Decisions;

/// <summary>An answer is recorded once, whatever happens around it.</summary>
public sealed class RecordDecisionTests
{
    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task The_last_approval_moves_the_process_on_and_everyone_is_told(DatabaseKind kind)
    {
        await using var house = await OpenAsync(kind);
        var board = await Given.ABoard().Of(3).WithQuorum(3).SeatAsync(house);
        var request = await board.AskAsync();
        await house.WorkAsync();

        (await board.AnswerAsync(request, 1, "Approve")).ShouldBeOfType<RecordDecisionResult.Recorded>();
        (await board.AnswerAsync(request, 2, "Approve")).ShouldBeOfType<RecordDecisionResult.Recorded>();
        (await board.RequestAsync()).State.ShouldBe(RequestState.Open);
        (await board.AnswerAsync(request, 3, "Approve")).ShouldBeOfType<RecordDecisionResult.Recorded>();

        await using var db = house.Db();
        (await board.RequestAsync()).Outcome.ShouldBe("Approve");
        (await db.Instances.SingleAsync(x => x.DefinitionId == TinyProcess.DefinitionId)).Status.ShouldBe(InstanceStatus.Finished);
        (await db.Tasks.SingleAsync()).Title.ShouldBe("It is approved");
        await house.WorkAsync();
        house.Mails.To(board.Members[0].Email).Select(x => x.Subject).ShouldBe(
            ["Decide the case: your decision is asked for", "Receipt: Decide the case", "Decide the case: Approve"], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task A_second_click_gets_the_same_receipt_and_another_choice_changes_nothing(DatabaseKind kind)
    {
        await using var house = await OpenAsync(kind);
        var board = await Given.ABoard().Of(2).SeatAsync(house);
        var request = await board.AskAsync();

        var first = (await board.AnswerAsync(request, 1, "Approve", "click")).ShouldBeOfType<RecordDecisionResult.Recorded>();
        (await board.AnswerAsync(request, 1, "Approve", "click")).ShouldBe(first);
        (await board.AnswerAsync(request, 1, "Reject", "other tab")).ShouldBe(new RecordDecisionResult.AlreadyAnswered(first.AnswerId, "Approve"));
        await Should.ThrowAsync<CommandIdReusedException>(() => board.AnswerAsync(request, 1, "Reject", "click"));

        await using var db = house.Db();
        (await db.Answers.CountAsync()).ShouldBe(1);
        (await db.RecordEntries.CountAsync(x => x.Event == "decision-recorded")).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task An_answer_can_be_changed_until_the_body_has_decided_and_both_stand_on_the_record(DatabaseKind kind)
    {
        await using var house = await OpenAsync(kind);
        var board = await Given.ABoard().Of(3).WithRule(Rule.Majority).SeatAsync(house);
        var request = await board.AskAsync();

        var first = (RecordDecisionResult.Recorded)await board.AnswerAsync(request, 1, "Reject");
        (await board.AnswerAsync(request, 1, "Approve", "change", first.AnswerId)).ShouldBeOfType<RecordDecisionResult.Recorded>();
        await board.AnswerAsync(request, 2, "Approve");

        (await board.RequestAsync()).Outcome.ShouldBe("Approve");
        (await board.AnswerAsync(request, 3, "Reject")).ShouldBe(new RecordDecisionResult.Refused(Standing.Decided));
        await using var db = house.Db();
        (await db.Answers.CountAsync(x => x.SupersededAt != null)).ShouldBe(1);
        (await db.RecordEntries.CountAsync(x => x.Event == "decision-recorded")).ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task The_step_after_a_decision_faults_and_the_decision_stands(DatabaseKind kind)
    {
        var trouble = new Trouble { On = true };
        await using var house = await OpenAsync(kind, x => x.AddSingleton(trouble));
        var board = await Given.ABoard().Of(1).SeatAsync(house);
        var request = await board.AskAsync();

        (await board.AnswerAsync(request, 1, "Approve")).ShouldBeOfType<RecordDecisionResult.Recorded>();

        await using (var db = house.Db())
        {
            (await db.Answers.CountAsync()).ShouldBe(1);
            (await db.RecordEntries.CountAsync(x => x.Event == "decision-recorded")).ShouldBe(1);
            (await db.RecordEntries.CountAsync(x => x.Event == "noted")).ShouldBe(0, "the burst's rows are rolled back");
            (await db.Tasks.CountAsync()).ShouldBe(0);
            (await db.Instances.SingleAsync(x => x.DefinitionId == TinyProcess.DefinitionId)).Status.ShouldBe(InstanceStatus.Held);
            (await db.Incidents.SingleAsync()).ActivityId.ShouldBe("after");
            (await db.RecordEntries.CountAsync(x => x.Event == "incident")).ShouldBe(1);
        }

        var incident = (await house.SendAsync(new ReadIncidents(), Administrator)).ShouldHaveSingleItem();
        trouble.On = false;
        var retry = new RetryIncident(house.Randomness.Id("retry", "1"), BoardBuilder.Service, incident.Id);
        (await house.SendAsync(retry, Administrator)).ShouldBeOfType<RetryIncidentResult.Retried>();
        (await house.SendAsync(new ReadIncidents(), Administrator)).ShouldBeEmpty();

        await using (var db = house.Db())
        {
            (await db.Instances.SingleAsync(x => x.DefinitionId == TinyProcess.DefinitionId)).Status.ShouldBe(InstanceStatus.Finished);
            (await db.Tasks.CountAsync()).ShouldBe(1);
            (await db.RecordEntries.CountAsync(x => x.Event == "noted")).ShouldBe(1);
        }

        (await house.SendAsync(new VerifyAudit())).ShouldBeOfType<VerifyAuditResult.Sound>();
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task A_retry_that_faults_again_is_an_incident_again(DatabaseKind kind)
    {
        await using var house = await OpenAsync(kind, x => x.AddSingleton(new Trouble { On = true }));
        var board = await Given.ABoard().Of(1).SeatAsync(house);
        await board.AnswerAsync(await board.AskAsync(), 1, "Approve");

        var first = (await house.SendAsync(new ReadIncidents(), Administrator)).Single();
        await house.SendAsync(new RetryIncident(house.Randomness.Id("retry", "1"), BoardBuilder.Service, first.Id), Administrator);

        var second = (await house.SendAsync(new ReadIncidents(), Administrator)).ShouldHaveSingleItem();
        second.Id.ShouldNotBe(first.Id);
        second.Held.ShouldBe(1);
        (await house.SendAsync(new RetryIncident(house.Randomness.Id("retry", "2"), BoardBuilder.Service, first.Id), Administrator))
            .ShouldBeOfType<RetryIncidentResult.AlreadyRetried>();
    }

    private static Actor Administrator { get; } = Actor.SignedIn(Guid.Empty, new HashSet<string> { $"{BoardBuilder.Service}/administrator" });

    private static Task<House> OpenAsync(DatabaseKind kind, Action<IServiceCollection>? compose = null) =>
        House.OpenAsync(kind, options: new HouseOptions { Workflows = TinyProcess.Folder(), Compose = compose });
}
