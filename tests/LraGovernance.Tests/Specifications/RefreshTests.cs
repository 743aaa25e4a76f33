using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Meetings;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Specifications;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Specifications;

/// <summary>The specification's process off its happy path (004 3.6, 6.2): what happens when somebody says no, or nothing.</summary>
public sealed class RefreshTests
{
    private static readonly DateOnly SignOffOpen = new(2016, 1, 27);
    private static readonly DateOnly BeforeTheCommittee = new(2016, 1, 11);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task Nobody_else_answers_and_the_request_expires_to_an_escalation(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, SignOffOpen);
        await house.MoveToAsync(London.At(new DateOnly(2016, 2, 27), new TimeOnly(9, 0)));

        await using var db = house.Db();
        var request = await db.DecisionRequests.SingleAsync(x => x.State == RequestState.Expired);
        request.ClosedAt.ShouldBe(London.At(new DateOnly(2016, 2, 26), London.CloseOfBusiness), "the deadline's own time, however late it is performed");
        (await db.Specifications.SingleAsync()).State.ShouldBe(SpecificationState.NotAgreed);
        (await db.Tasks.SingleAsync(x => x.State == LraGovernance.Tasks.TaskState.Open)).Title.ShouldStartWith("Escalate");
        (await db.Instances.SingleAsync()).Status.ShouldBe(InstanceStatus.Finished);
        house.Mails.All.Count(x => x.Subject == "Sign off the service specification: 2016 to 2017: Expired").ShouldBe(4, "each of those asked is told once");
    }

    [Fact]
    [Trait("Requirement", "R-041")]
    public async Task A_member_rejects_and_the_old_version_stays()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        (await SeatHolder.Of(house, "second-member").AnswerAsync("Reject", "It asks for more than the budget pays for.")).ShouldBeOfType<RecordDecisionResult.Recorded>();

        await using var db = house.Db();
        (await db.Specifications.SingleAsync()).State.ShouldBe(SpecificationState.NotAgreed);
        (await db.Tasks.SingleAsync(x => x.State == LraGovernance.Tasks.TaskState.Open)).Title.ShouldStartWith("Escalate");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task Two_interests_leave_the_board_inquorate(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, SignOffOpen);
        (await SeatHolder.Of(house, "second-member").DeclareAsync()).ShouldBeOfType<DeclareInterestResult.Declared>();
        await using (var db = house.Db())
        {
            (await db.DecisionRequests.CountAsync(x => x.State == RequestState.Open)).ShouldBe(1, "three can still answer");
        }

        (await SeatHolder.Of(house, "corporate-director").DeclareAsync()).ShouldBeOfType<DeclareInterestResult.Declared>();
        await using var after = house.Db();
        (await after.DecisionRequests.SingleAsync(x => x.State == RequestState.Inquorate)).Outcome.ShouldBe("Inquorate");
        (await after.RecordPersonalTexts.CountAsync(x => x.Name == "nature")).ShouldBe(2);
    }

    [Fact]
    public async Task A_member_with_an_interest_takes_no_part_and_the_rest_decide()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        await SeatHolder.Of(house, "second-member").DeclareAsync();
        (await SeatHolder.Of(house, "second-member").AnswerAsync("Approve")).ShouldBe(new RecordDecisionResult.Refused(Standing.Interested));
        await SeatHolder.Of(house, "corporate-director").AnswerAsync("Approve");

        await using var db = house.Db();
        (await db.DecisionRequests.SingleAsync(x => x.BodyKey == "service-management")).State.ShouldBe(RequestState.Open, "the Board has approved with three of three");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-024")]
    [Trait("Requirement", "R-041")]
    public async Task Changes_asked_for_kill_the_open_links_and_new_ones_go_out_with_the_difference(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, SignOffOpen);
        var old = SeatHolder.Of(house, "corporate-director");
        var oldInvitation = await old.InvitationAsync();
        await SeatHolder.Of(house, "second-member").AnswerAsync("AskForChanges", "Clause 13.2 again.");
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var task = await commissioner.TaskAsync("draft-specification");
        var draft = (await house.SendAsync(new ReadDraft(task.Id), commissioner.Actor))!;
        draft.Reasons.ShouldContain(x => x.Reason == "Clause 13.2 again.");
        var clause = draft.Document.Clauses.Single(x => x.Id == "13.2");
        await house.SendAsync(new SaveClause(house.Randomness.Id("c", "1"), "lra", task.Id, "13.2", clause.Heading, clause.Text + "\n\nRoutes are published.", draft.TextHashes["13.2"]), commissioner.Actor);
        var submitted = (SubmitDraftResult.Submitted)await house.SendAsync(new SubmitDraft(house.Randomness.Id("c", "2"), "lra", task.Id), commissioner.Actor);

        var reopened = (await house.SendAsync(new ReadDecision(oldInvitation.Id), Actor.ByLink(oldInvitation.PersonId, oldInvitation.Id)))!;
        reopened.Standing.ShouldBe(Standing.Changed);
        reopened.Newer.ShouldNotBeNull();
        (await old.AnswerToAsync(oldInvitation, "Approve")).ShouldBe(new RecordDecisionResult.Refused(Standing.Changed));
        var now = (await house.SendAsync(new ReadDecision(reopened.Newer.Value), Actor.ByLink(oldInvitation.PersonId, reopened.Newer.Value)))!;
        now.DocumentHash.ShouldBe(submitted.Hash);
        var member = await SeatHolder.Of(house, "second-member").ViewAsync();
        var difference = (await house.SendAsync(new ReadRevision(member.DocumentHash, member.LastAnsweredHash), Actor.SignedIn(Guid.Empty, new HashSet<string>())))!.Compared!.Difference;
        difference.Clauses.ShouldHaveSingleItem().Id.ShouldBe("13.2");
    }

    [Fact]
    [Trait("Requirement", "R-006")]
    [Trait("Requirement", "R-121")]
    public async Task The_service_disagrees_and_the_text_goes_back_to_the_Board_with_the_reasons()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        await SeatHolder.Of(house, "second-member").AnswerAsync("Approve");
        await SeatHolder.Of(house, "corporate-director").AnswerAsync("Approve");
        await SeatHolder.Of(house, "head-of-service", "service-management").AnswerAsync("Disagree", "Six weeks' notice cannot be kept when a road closes.");
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var task = await commissioner.TaskAsync("draft-specification");
        (await house.SendAsync(new ReadDraft(task.Id), commissioner.Actor))!.Reasons[0].Reason.ShouldStartWith("Six weeks");
        await house.SendAsync(new SubmitDraft(house.Randomness.Id("c", "1"), "lra", task.Id), commissioner.Actor);

        await using var db = house.Db();
        (await db.DecisionRequests.Where(x => x.State == RequestState.Open).Select(x => x.BodyKey).ToListAsync()).ShouldBe(["strategic-board"]);
    }

    [Theory]
    [InlineData(true, "strategic-board")]
    [InlineData(false, null)]
    [Trait("Requirement", "R-023")]
    public async Task The_committee_is_advisory_but_its_no_is_reconsidered_first(bool endorsed, string? asked)
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, BeforeTheCommittee);
        var clerk = await Colleague.OfAsync(house, "committee-clerk");
        var task = await clerk.TaskAsync("record-endorsement");
        var minute = new RecordEndorsement(house.Randomness.Id("c", "1"), "lra", task.Id, endorsed, "GEDCC 7", "Chair and members", "None");
        (await house.SendAsync(minute, clerk.Actor)).ShouldBe(new RecordEndorsementResult.MeetingNotHeldYet(new DateOnly(2016, 1, 12)));
        await house.MoveToAsync(London.At(new DateOnly(2016, 1, 12), new TimeOnly(16, 0)));
        (await house.SendAsync(minute with { CommandId = house.Randomness.Id("c", "2") }, clerk.Actor)).ShouldBeOfType<RecordEndorsementResult.Recorded>();

        await using var db = house.Db();
        (await db.DecisionRequests.Select(x => x.BodyKey).SingleOrDefaultAsync()).ShouldBe(asked);
        (await db.Minutes.SingleAsync()).Endorsed.ShouldBe(endorsed);
        (await db.Tasks.CountAsync(x => x.Title.StartsWith("Reconsider") && x.State == LraGovernance.Tasks.TaskState.Open)).ShouldBe(endorsed ? 0 : 1);
    }

    [Fact]
    [Trait("Requirement", "R-021")]
    public async Task Nobody_of_the_service_saves_a_clause_of_the_commissioners_draft()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2015, 10, 5));
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var task = await commissioner.TaskAsync("draft-specification");
        var hash = (await house.SendAsync(new ReadDraft(task.Id), commissioner.Actor))!.TextHashes["13.2"];
        var edit = new SaveClause(house.Randomness.Id("c", "1"), "lra", task.Id, "13.2", "Mobile libraries", "Routes are published.", hash);
        (await house.SendAsync(edit, (await Colleague.OfAsync(house, "head-of-service")).Actor)).ShouldBe(new SaveClauseResult.Refused(LraGovernance.Tasks.TaskCompletion.NotYours));
        (await house.SendAsync(edit with { CommandId = house.Randomness.Id("c", "2") }, commissioner.Actor)).ShouldBeOfType<SaveClauseResult.Saved>();
    }

    [Fact]
    public async Task A_deputy_whose_time_is_over_cannot_answer_any_more()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        await using (var db = house.Db())
        {
            await db.Deputies.Where(x => x.From == new DateOnly(2016, 1, 18)).ExecuteUpdateAsync(x => x.SetProperty(d => d.To, new DateOnly(2016, 1, 26)));
        }

        (await SeatHolder.Of(house, "corporate-director").AnswerAsync("Approve")).ShouldBe(new RecordDecisionResult.Refused(Standing.RoleEnded));
    }

    [Fact]
    public async Task An_answer_is_about_what_was_shown_and_comes_from_who_was_asked()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        var member = await SeatHolder.Of(house, "second-member").InvitationAsync();
        var deputy = await SeatHolder.Of(house, "corporate-director").InvitationAsync();
        var view = await SeatHolder.Of(house, "second-member").ViewAsync();
        var answer = new RecordDecision(house.Randomness.Id("c", "1"), "lra", member.Id, "Approve", null, "A Member", view.DocumentHash, null);

        (await house.SendAsync(answer with { DocumentHash = new string('0', 64) }, Actor.ByLink(member.PersonId, member.Id))).ShouldBeOfType<RecordDecisionResult.NotWhatWasShown>();
        (await house.SendAsync(answer with { CommandId = house.Randomness.Id("c", "2"), Option = "Abstain" }, Actor.ByLink(member.PersonId, member.Id))).ShouldBeOfType<RecordDecisionResult.NotWhatWasShown>();
        (await house.SendAsync(answer with { CommandId = house.Randomness.Id("c", "3") }, Actor.ByLink(deputy.PersonId, deputy.Id))).ShouldBeOfType<RecordDecisionResult.NotYours>();
        (await house.SendAsync(answer with { CommandId = house.Randomness.Id("c", "4") }, Actor.ByLink(member.PersonId, deputy.Id))).ShouldBeOfType<RecordDecisionResult.NotYours>();
        await Should.ThrowAsync<NotAllowedException>(() => house.SendAsync(answer with { CommandId = house.Randomness.Id("c", "5") }, Actor.Anonymous));
        await using var db = house.Db();
        (await db.Answers.CountAsync(x => x.InvitationId == member.Id)).ShouldBe(0);
    }

    [Fact]
    [Trait("Requirement", "R-005")]
    [Trait("Requirement", "R-017")]
    public async Task The_record_tells_capacity_and_on_whose_behalf()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        var seat = SeatHolder.Of(house, "corporate-director");
        var invitation = await seat.InvitationAsync();
        await seat.AnswerAsync("Approve");

        await using var db = house.Db();
        var body = System.Text.Json.Nodes.JsonNode.Parse(await db.RecordEntries.Where(x => x.Event == "decision-recorded").OrderByDescending(x => x.Sequence).Select(x => x.Body).FirstAsync())!;
        var actor = body["actor"]!;
        ((string?)actor["capacity"]).ShouldBe("Ultimate commissioner and contract manager");
        ((Guid?)actor["onBehalfOf"]).ShouldBe(invitation.OnBehalfOfId);
        ((Guid?)actor["person"]).ShouldBe(invitation.PersonId);
        ((string?)actor["assurance"]).ShouldBe("link");
        (await house.SendAsync(new VerifyAudit())).ShouldBeOfType<VerifyAuditResult.Sound>();
    }

    [Fact]
    public async Task Asking_the_Board_again_after_its_day_still_leaves_time_to_answer()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        await house.MoveToAsync(London.At(new DateOnly(2016, 2, 26), new TimeOnly(15, 0)));
        await SeatHolder.Of(house, "second-member").AnswerAsync("AskForChanges", "One more thing.");
        await house.MoveToAsync(London.At(new DateOnly(2016, 3, 1), new TimeOnly(10, 0)));
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        await house.SendAsync(new SubmitDraft(house.Randomness.Id("c", "1"), "lra", (await commissioner.TaskAsync("draft-specification")).Id), commissioner.Actor);

        await using var db = house.Db();
        (await db.DecisionRequests.SingleAsync(x => x.State == RequestState.Open)).DeadlineAt
            .ShouldBe(London.At(new DateOnly(2016, 3, 11), London.CloseOfBusiness), "eight working days from 1 March");
    }

    [Fact]
    public async Task An_answer_after_the_deadline_is_refused_though_the_bell_has_not_rung()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        house.Clock.MoveTo(London.At(new DateOnly(2016, 2, 26), new TimeOnly(17, 1)));
        (await SeatHolder.Of(house, "second-member").AnswerAsync("Approve")).ShouldBe(new RecordDecisionResult.Refused(Standing.Expired));
    }

    [Fact]
    public async Task A_link_for_one_invitation_neither_asks_nor_declares_for_another_of_the_same_person()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        var own = await SeatHolder.Of(house, "second-member").InvitationAsync();
        var other = Actor.ByLink(own.PersonId, Guid.Empty);
        (await house.SendAsync(new AskQuestion(house.Randomness.Id("c", "1"), "lra", own.Id, "Why?"), other)).ShouldBeOfType<AskQuestionResult.NotYours>();
        (await house.SendAsync(new DeclareInterest(house.Randomness.Id("c", "2"), "lra", own.Id, "Trustee", "A Member"), other)).ShouldBeOfType<DeclareInterestResult.NotYours>();
        (await house.SendAsync(new ReadDecision(own.Id), other)).ShouldBeNull();
    }
}
