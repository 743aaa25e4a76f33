using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Escalations;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Escalations;

/// <summary>Exceptions go where their rule says: taken up, planned, up to the Board by link, closed; none is forgotten.</summary>
public sealed class ExceptionEscalationTests
{
    private static readonly DateOnly Day = new(2016, 5, 6);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-111")]
    [Trait("Requirement", "R-112")]
    [Trait("Requirement", "R-114")]
    public async Task A_risk_is_raised_by_hand_taken_up_and_planned_for_each_on_its_page(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, Day);
        using var senior = await site.SignInAsync("manager-operations@kent.example");
        var form = await senior.OpenAsync("/exceptions/raise");
        (await senior.SubmitAsync(form)).Errors.Count.ShouldBe(4);
        var raised = await senior.SubmitAsync(form, new Dictionary<string, string>
        {
            ["Form.Matter"] = "Risk", ["Form.Nature"] = "Finance", ["Form.Title"] = "Rent of the store", ["Form.What"] = "The rent may double in April.",
        });
        raised.Heading.ShouldBe("Rent of the store");
        raised.Text.ShouldContain("Risk, about money");

        var assess = await senior.OpenAsync(await PathOfAsync(site, AssessExceptionHandler.TaskKind));
        (await senior.SubmitAsync(assess)).Errors.ShouldBe(["Select what you do with it", "Enter how you see it"]);
        await senior.SubmitAsync(assess, new Dictionary<string, string> { ["Form.Handling"] = "Planned", ["Form.Text"] = "We need other rooms." });

        using var head = await site.SignInAsync("head-of-service@kent.example");
        var plan = await head.OpenAsync(await PathOfAsync(site, AgreeActionPlanHandler.TaskKind));
        plan.Text.ShouldContain("We need other rooms.");
        (await head.SubmitAsync(plan, new Dictionary<string, string> { ["Form.Cause"] = "The lease ends." })).Errors.ShouldContain("Enter at least one action");
        var agreed = await head.SubmitAsync(plan, new Dictionary<string, string>
        {
            ["Form.Cause"] = "The lease ends.", ["Form.Actions[0].What"] = "Look for rooms", ["Form.Actions[0].Owner"] = "Strategic Manager, Operations",
            ["Form.Actions[0].By.Day"] = "30", ["Form.Actions[0].By.Month"] = "9", ["Form.Actions[0].By.Year"] = "2016",
        });
        agreed.Text.ShouldContain("Watched");
        agreed.Text.ShouldContain("Look for rooms");
        foreach (var told in (string[])["Raised: Rent of the store", "The senior management team asks for an action plan", "An action plan is agreed, with one action", "Watched while the figures are evaluated 3 times"])
        {
            agreed.Text.ShouldContain(told);
        }

        await using var db = site.Db();
        var one = await db.Exceptions.SingleAsync();
        (one.Number, one.State, one.Nature).ShouldBe(("EX-2016-17-001", ExceptionState.Watched, Nature.Finance));
        var entries = await db.RecordEntries.Where(x => x.Subject == "exception/EX-2016-17-001").OrderBy(x => x.Sequence).ToListAsync();
        entries.Select(x => x.Event).ShouldBe(["exception-raised", "exception-described", "exception-assessed", "action-plan-agreed", "exception-watched"]);
        entries.ShouldAllBe(x => !x.Body.Contains("The rent may double", StringComparison.Ordinal), "what people write stands beside the chain");
    }

    [Fact]
    [Trait("Requirement", "R-113")]
    public async Task A_plan_that_is_promised_and_never_agreed_goes_up_in_time()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, Day);
        await RaiseAsync(house, "1");
        var senior = await Colleague.OfAsync(house, "senior-manager");
        var task = await senior.TaskAsync(AssessExceptionHandler.TaskKind);
        (await house.SendAsync(new AssessException(house.Randomness.Id("c", "assess"), "lra", task.Id, Handling.Planned, "A plan will come."), senior.Actor)).ShouldBeOfType<AssessExceptionResult.Recorded>();
        await house.MoveToAsync(London.At(new DateOnly(2016, 5, 31), new TimeOnly(9, 0)));

        (await StateAsync(house)).ShouldBe(ExceptionState.WithBoard, "fifteen working days have gone by, and nothing is agreed");
        await using var db = house.Db();
        (await db.DecisionRequests.CountAsync(x => x.PaperKind == "exception" && x.State == RequestState.Open)).ShouldBe(1);
        (await db.Tasks.SingleAsync(x => x.Kind == AgreeActionPlanHandler.TaskKind)).State.ShouldBe(TaskState.Withdrawn);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-113")]
    [Trait("Requirement", "R-047")]
    public async Task What_nobody_takes_up_in_time_goes_to_the_Board_which_decides_by_link(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, Day);
        await RaiseAsync(house, "1");
        await house.MoveToAsync(London.At(new DateOnly(2016, 5, 26), new TimeOnly(9, 0)));
        (await StateAsync(house)).ShouldBe(ExceptionState.WithSenior);
        await house.MoveToAsync(London.At(new DateOnly(2016, 5, 31), new TimeOnly(9, 0)));
        (await StateAsync(house)).ShouldBe(ExceptionState.WithBoard, "fifteen working days have gone by");

        await using (var db = house.Db())
        {
            (await db.Tasks.SingleAsync(x => x.Kind == AssessExceptionHandler.TaskKind)).State.ShouldBe(TaskState.Withdrawn);
            var request = await db.DecisionRequests.Include(x => x.Invitations).SingleAsync(x => x.PaperKind == "exception");
            (await db.CasePapers.SingleAsync(x => x.Hash == request.DocumentHash)).Json.ShouldContain("Has not taken it up");
            foreach (var invitation in request.Invitations.OrderBy(x => x.Position))
            {
                (await house.SendAsync(new RecordDecision(
                    house.Randomness.Id("decide", $"{invitation.Id}"), "lra", invitation.Id, ExceptionRules.RequireAction, "Take it up.", "Board Member", request.DocumentHash, null),
                    Actor.ByLink(invitation.PersonId, invitation.Id))).ShouldBeOfType<RecordDecisionResult.Recorded>("with more than two ways all are heard");
            }
        }

        var head = await Colleague.OfAsync(house, "head-of-service");
        (await head.TaskAsync(AgreeActionPlanHandler.TaskKind)).Title.ShouldBe("Agree the action that the Board requires");
        await using var after = house.Db();
        (await after.Exceptions.SingleAsync()).BoardReasons.ShouldBe("Take it up.\nTake it up.\nTake it up.\nTake it up.");
        (await after.ThreadLinks.SingleAsync(x => x.FromKind == "exception" && x.ToKind == "decision")).FromKey.ShouldBe("EX-2016-17-001");
        (await house.SendAsync(new VerifyAudit())).ShouldBeOfType<VerifyAuditResult.Sound>();
    }

    [Fact]
    public async Task The_Board_reads_beside_each_option_what_it_sets_going()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2016, 11, 10));
        await using var db = site.Db();
        var request = await db.DecisionRequests.Include(x => x.Invitations).SingleAsync(x => x.PaperKind == "exception" && x.State == RequestState.Open);
        using var head = await site.SignInAsync("head-of-service@kent.example");
        var page = await head.OpenAsync($"/decision/{request.Invitations.Single(x => x.SeatKey == "head-of-service").Id}");

        page.Page.QuerySelectorAll(".govuk-radios__item .govuk-hint").Length.ShouldBe(request.Options.Length);
        page.Text.ShouldContain("If the paper has no plan, nothing more is asked of the service");
        page.Text.ShouldContain("The commissioner is asked to write a variation of the specification, and the exception is closed.");
    }

    [Fact]
    public async Task An_expired_request_goes_to_the_clerk_and_then_to_the_Board_again()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, Day);
        await RaiseAsync(house, "1");
        await house.MoveToAsync(London.At(new DateOnly(2016, 6, 20), new TimeOnly(9, 0)));

        var clerk = await Colleague.OfAsync(house, "committee-clerk");
        var task = await clerk.TaskAsync("start-by-hand");
        await house.SendAsync(new CompleteTask(house.Randomness.Id("tick", "1"), "lra", task.Id), clerk.Actor);

        await using var db = house.Db();
        (await db.DecisionRequests.Where(x => x.PaperKind == "exception").OrderBy(x => x.OpenedAt).Select(x => x.State).ToListAsync()).ShouldBe([RequestState.Expired, RequestState.Open]);
    }

    [Fact]
    public async Task Only_those_who_are_asked_take_it_up_and_only_once()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, Day);
        await RaiseAsync(house, "1");
        var (first, second) = (await Colleague.OfAsync(house, "senior-manager", 0), await Colleague.OfAsync(house, "senior-manager", 1));
        var task = await first.TaskAsync(AssessExceptionHandler.TaskKind);
        AssessException Command(string id) => new(house.Randomness.Id("assess", id), "lra", task.Id, Handling.Managed, "We see to it.");

        (await house.SendAsync(Command("0"), (await Colleague.OfAsync(house, "commissioner")).Actor)).ShouldBeOfType<AssessExceptionResult.Refused>().Why.ShouldBe(TaskCompletion.NotYours);
        (await house.SendAsync(Command("1"), first.Actor)).ShouldBeOfType<AssessExceptionResult.Recorded>();
        (await house.SendAsync(Command("1"), first.Actor)).ShouldBeOfType<AssessExceptionResult.Recorded>("the same click again");
        (await house.SendAsync(Command("2"), second.Actor)).ShouldBeOfType<AssessExceptionResult.Refused>().Why.ShouldBe(TaskCompletion.AlreadyClosed);
        await Should.ThrowAsync<NotAllowedException>(() => RaiseAsync(house, "2", "committee-clerk"));
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-109")]
    public async Task Figures_raise_one_exception_for_a_run_and_close_it_when_it_ends(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, new DateOnly(2017, 7, 20));
        await using var db = house.Db();
        var outreach = await db.Exceptions.SingleAsync(x => x.Reference == "LRA14");
        outreach.First.ShouldBe("2016-08", "amber for the third month");
        (outreach.State, outreach.Outcome, outreach.BoardDecision).ShouldBe((ExceptionState.Closed, "Recovered", ExceptionRules.RequireAction));
        outreach.What.ShouldContain("August 2016: 1,540, amber 3 periods running (clause 16.4)");
        outreach.What.ShouldContain("March 2017: 1,428, red in any one period (clause 16.3)");
        (await db.Exceptions.Select(x => x.Reference).ToListAsync()).ShouldBe(["LRA04", "LRA14", "LRA01", null, null, null], ignoreOrder: true);
        (await db.Exceptions.Where(x => x.Cause != null).Select(x => x.Cause).ToListAsync()).ShouldBeUnique();
        (await db.Incidents.CountAsync()).ShouldBe(0);
        (await db.OutOfToleranceRuns.CountAsync(x => x.Exception == null)).ShouldBe(0, "every run found has its exception");
    }

    [Fact]
    [Trait("Requirement", "R-003")]
    [Trait("Requirement", "R-040")]
    [Trait("Requirement", "R-041")]
    [Trait("Requirement", "R-042")]
    public async Task From_a_figure_to_the_Boards_decision_and_what_came_of_it_everything_can_be_followed()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2017, 7, 20));
        using var commissioner = await site.SignInAsync("commissioner@kent.example");
        var onward = (await commissioner.OpenAsync("/thread/clause/2016-17/11.4")).Page.QuerySelectorAll("main ol a").Select(x => x.GetAttribute("href")!).ToList();
        onward.ShouldContain("/thread/indicator/LRA14");
        onward.ShouldContain("/thread/exception/EX-2016-17-002");
        var decision = onward.First(x => x.StartsWith("/thread/decision/", StringComparison.Ordinal));
        (await commissioner.OpenAsync(decision)).Page.QuerySelectorAll("main ol a").Select(x => x.GetAttribute("href")).ShouldContain("/thread/exception/EX-2016-17-002", "and back");

        var story = await commissioner.OpenAsync("/exceptions/EX-2016-17-002");
        story.Text.ShouldContain("Strategic Board Require action");
        story.Text.ShouldContain("Come back with what else can be done.");
        story.Page.QuerySelectorAll("main ol li").Select(x => x.TextContent).Count(x => x.Contains("plan", StringComparison.Ordinal)).ShouldBeGreaterThan(1, "the team's own plan, and another that the Board required");
        using var anybody = site.Browser();
        var register = (await anybody.OpenAsync("/decisions")).Page.QuerySelectorAll("main tbody tr").Select(x => x.TextContent).ToList();
        register.ShouldContain(x => x.Contains("Require action", StringComparison.Ordinal));
        register.Count(x => x.Contains("service specification", StringComparison.OrdinalIgnoreCase)).ShouldBeGreaterThan(1, "each year's text, and the changes that were asked for");
    }

    [Fact]
    [Trait("Requirement", "R-105")]
    [Trait("Requirement", "R-110")]
    public async Task The_management_team_sees_what_left_its_limits_says_what_it_does_and_keeps_sight_of_all_that_is_open()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2016, 9, 23));
        using var manager = await site.SignInAsync("manager-operations@kent.example");
        (await manager.OpenAsync("/performance")).Text.ShouldContain("Customers using outreach services");
        var assess = await manager.OpenAsync(await PathOfAsync(site, AssessExceptionHandler.TaskKind));
        assess.Text.ShouldContain("August 2016: 1,540, amber 3 periods running (clause 16.4)");
        await manager.SubmitAsync(assess, new Dictionary<string, string> { ["Form.Handling"] = "Planned", ["Form.Text"] = "Volunteers are missing." });

        var all = await manager.OpenAsync("/exceptions");
        all.Page.QuerySelectorAll("main tbody th").Select(x => x.TextContent.Trim()).ShouldBe(["EX-2016-17-002", "EX-2016-17-001"], ignoreOrder: true);
        (await manager.OpenAsync("/exceptions/EX-2016-17-002")).Text.ShouldContain("Volunteers are missing.");
        (await manager.OpenAsync("/processes")).Text.ShouldContain("Exception EX-2016-17-002");
    }

    private static async Task RaiseAsync(House house, string id, string role = "senior-manager") => (await house.SendAsync(
        new RaiseException(house.Randomness.Id("raise", id), "lra", Matter.Risk, Nature.Performance, "Heating", "The boiler may fail."),
        (await Colleague.OfAsync(house, role)).Actor)).ShouldBeOfType<RaiseExceptionResult.Raised>();

    private static async Task<ExceptionState> StateAsync(House house)
    {
        await using var db = house.Db();
        return (await db.Exceptions.SingleAsync()).State;
    }

    private static async Task<string> PathOfAsync(Site site, string kind)
    {
        await using var db = site.Db();
        return $"/tasks/{(await db.Tasks.SingleAsync(x => x.Kind == kind && x.State == TaskState.Open)).Id}";
    }
}
