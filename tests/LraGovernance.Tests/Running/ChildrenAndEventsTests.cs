using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Running;

/// <summary>Processes that start and wake each other, each with its own fate.</summary>
public sealed class ChildrenAndEventsTests
{
    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task A_parent_waits_for_its_child_and_goes_on_with_it(DatabaseKind kind)
    {
        await using var house = await OpenAsync(kind, Parent(waits: true), Child(task: true));
        await StartAsync(house, "parent");
        (await StatusesAsync(house)).ShouldBe(["child 2016-17 Waiting", "parent 2016-17 Waiting"]);

        await CompleteAsync(house);

        (await StatusesAsync(house)).ShouldBe(["child 2016-17 Finished", "parent 2016-17 Finished"]);
        await using var db = house.Db();
        (await db.Instances.SingleAsync(x => x.DefinitionId == "child")).ParentId.ShouldBe((await db.Instances.SingleAsync(x => x.DefinitionId == "parent")).Id);
        (await db.RecordEntries.CountAsync(x => x.Event == "instance-started")).ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task A_fault_in_the_child_is_its_own_and_the_parent_waits_until_it_is_settled(DatabaseKind kind)
    {
        var trouble = new Trouble { On = true };
        await using var house = await OpenAsync(kind, trouble, Parent(waits: true), Child(task: false));
        await StartAsync(house, "parent");
        (await StatusesAsync(house)).ShouldBe(["child 2016-17 Held", "parent 2016-17 Waiting"]);

        trouble.On = false;
        await RetryAsync(house);

        (await StatusesAsync(house)).ShouldBe(["child 2016-17 Finished", "parent 2016-17 Finished"]);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task A_step_that_faults_after_starting_a_child_has_started_none(DatabaseKind kind)
    {
        var trouble = new Trouble { On = true };
        await using var house = await OpenAsync(kind, trouble, Parent(waits: false, thenTakesNote: true), Child(task: true));
        await StartAsync(house, "parent");
        (await StatusesAsync(house)).ShouldBe(["parent 2016-17 Held"]);

        trouble.On = false;
        await RetryAsync(house);

        (await StatusesAsync(house)).ShouldBe(["child 2016-17 Waiting", "parent 2016-17 Finished"]);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task A_child_goes_on_when_its_parent_no_longer_waits(DatabaseKind kind)
    {
        var parent = new Definition("parent")
            .Activity(new { id = "fork", type = "Elsa.FlowFork", branches = new[] { "A", "B" } })
            .Activity(new { id = "start-child", type = "Elsa.ExecuteWorkflow", workflowDefinitionId = "child", waitForCompletion = true })
            .Activity(new { id = "ask", type = "Lra.AssignTask", task = "start-by-hand", title = "First", role = "committee-clerk" })
            .Activity(new { id = "join", type = "Elsa.FlowJoin", mode = "WaitAny" })
            .Connect("fork", "A", "start-child").Connect("fork", "B", "ask").Connect("start-child", "Done", "join").Connect("ask", "Done", "join");
        await using var house = await OpenAsync(kind, parent, Child(task: true));
        await StartAsync(house, "parent");

        await CompleteAsync(house, "committee-clerk");
        (await StatusesAsync(house)).ShouldBe(["child 2016-17 Waiting", "parent 2016-17 Finished"]);
        await CompleteAsync(house);

        (await StatusesAsync(house)).ShouldBe(["child 2016-17 Finished", "parent 2016-17 Finished"]);
        await using var db = house.Db();
        (await db.Incidents.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task A_child_for_each_case_and_never_two_for_one(DatabaseKind kind)
    {
        var parent = new Definition("parent")
            .Activity(new { id = "one", type = "Elsa.DispatchWorkflow", workflowDefinitionId = "child", input = Literal("{\"key\": \"case-1\"}") })
            .Activity(new { id = "two", type = "Elsa.DispatchWorkflow", workflowDefinitionId = "child", input = Literal("{\"key\": \"case-1\"}") })
            .Connect("one", "Done", "two");
        await using var house = await OpenAsync(kind, parent, Child(task: true));

        await StartAsync(house, "parent");

        (await StatusesAsync(house)).ShouldBe(["parent 2016-17 Held"], "a second child of one case is an incident, and the step is as if it had not begun");
        await using var db = house.Db();
        (await db.Incidents.SingleAsync()).Message.ShouldBe("child case-1 is there already.");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task An_event_wakes_who_waits_and_starts_what_begins_with_it_once(DatabaseKind kind)
    {
        var waiter = new Definition("waiter").Activity(new { id = "wait", type = "Elsa.Event", eventName = "Agreed" });
        var follower = new Definition("follower")
            .Activity(new { id = "begin", type = "Elsa.Event", eventName = "Agreed", canStartWorkflow = true })
            .Activity(new { id = "ask", type = "Lra.AssignTask", task = "start-by-hand", title = "Follow", role = "commissioner" })
            .Connect("begin", "Done", "ask");
        var publisher = new Definition("publisher")
            .Activity(new { id = "tell", type = "Elsa.PublishEvent", eventName = "Agreed", payload = Literal("{\"key\": \"case-7\"}") })
            .Activity(new { id = "again", type = "Elsa.PublishEvent", eventName = "Agreed", payload = Literal("{\"key\": \"case-7\"}") })
            .Connect("tell", "Done", "again");
        await using var house = await OpenAsync(kind, waiter, follower, publisher);
        await StartAsync(house, "waiter");

        await StartAsync(house, "publisher");

        (await StatusesAsync(house)).ShouldBe(["follower case-7 Waiting", "publisher 2016-17 Finished", "waiter 2016-17 Finished"]);
        await using var db = house.Db();
        (await db.Incidents.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Two_events_in_one_step_reach_a_process_that_waits_for_both_in_turn()
    {
        var waiter = new Definition("waiter").Activity(new { id = "first", type = "Elsa.Event", eventName = "Agreed" })
            .Activity(new { id = "second", type = "Elsa.Event", eventName = "Agreed" }).Connect("first", "Done", "second");
        var publisher = new Definition("publisher").Activity(new { id = "tell", type = "Elsa.PublishEvent", eventName = "Agreed" })
            .Activity(new { id = "again", type = "Elsa.PublishEvent", eventName = "Agreed" }).Connect("tell", "Done", "again");
        await using var house = await OpenAsync(DatabaseKind.Sqlite, waiter, publisher);
        await StartAsync(house, "waiter");

        await StartAsync(house, "publisher");

        (await StatusesAsync(house)).ShouldBe(["publisher 2016-17 Finished", "waiter 2016-17 Finished"]);
    }

    [Fact]
    public async Task A_command_that_is_answered_at_once_beside_a_child_that_is_waited_for()
    {
        var parent = new Definition("parent")
            .Activity(new { id = "fork", type = "Elsa.FlowFork", branches = new[] { "A", "B", "C" } })
            .Activity(new { id = "note", type = "Lra.SendCommand", command = "TakeNote" })
            .Activity(new { id = "start-child", type = "Elsa.ExecuteWorkflow", workflowDefinitionId = "child", waitForCompletion = true })
            .Activity(new { id = "ask", type = "Lra.AssignTask", task = "start-by-hand", title = "Ask", role = "committee-clerk" })
            .Activity(new { id = "join", type = "Elsa.FlowJoin", mode = "WaitAll" })
            .Connect("fork", "A", "note").Connect("fork", "B", "start-child").Connect("fork", "C", "ask")
            .Connect("note", "Noted", "join").Connect("start-child", "Done", "join").Connect("ask", "Done", "join");
        await using var house = await OpenAsync(DatabaseKind.Sqlite, parent, Child(task: true));
        await StartAsync(house, "parent");

        await CompleteAsync(house, "committee-clerk");
        await CompleteAsync(house);

        (await StatusesAsync(house)).ShouldBe(["child 2016-17 Finished", "parent 2016-17 Finished"]);
    }

    [Fact]
    public async Task An_event_for_a_case_reaches_that_case_alone()
    {
        Definition Waiter(string id, string correlation) => new Definition(id)
            .Activity(new { id = "correlate", type = "Elsa.Correlate", correlationId = correlation })
            .Activity(new { id = "wait", type = "Elsa.Event", eventName = "Agreed" }).Connect("correlate", "Done", "wait");
        var publisher = new Definition("publisher").Activity(new { id = "tell", type = "Elsa.PublishEvent", eventName = "Agreed", correlationId = "case-7" });
        await using var house = await OpenAsync(DatabaseKind.Sqlite, Waiter("seven", "case-7"), Waiter("eight", "case-8"), publisher);
        await StartAsync(house, "seven");
        await StartAsync(house, "eight");

        await StartAsync(house, "publisher");

        (await StatusesAsync(house)).ShouldBe(["eight 2016-17 Waiting", "publisher 2016-17 Finished", "seven 2016-17 Finished"]);
    }

    [Fact]
    public async Task Processes_that_set_each_other_off_without_end_are_stopped_and_held()
    {
        Definition Echo(string id, string hears, string says) => new Definition(id)
            .Activity(new { id = "wait", type = "Elsa.Event", eventName = hears })
            .Activity(new { id = "tell", type = "Elsa.PublishEvent", eventName = says })
            .Connect("wait", "Done", "tell").Connect("tell", "Done", "wait");
        var first = new Definition("first").Activity(new { id = "tell", type = "Elsa.PublishEvent", eventName = "Ping" });
        await using var house = await OpenAsync(DatabaseKind.Sqlite, Echo("ping", "Ping", "Pong"), Echo("pong", "Pong", "Ping"), first);
        await StartAsync(house, "ping");
        await StartAsync(house, "pong");

        await StartAsync(house, "first");

        await using var db = house.Db();
        (await db.Incidents.SingleAsync()).Message.ShouldContain("without waiting");
        (await db.Instances.CountAsync(x => x.Status == InstanceStatus.Held)).ShouldBe(1);
        (await db.Instances.SingleAsync(x => x.DefinitionId == "first")).Status.ShouldBe(InstanceStatus.Finished, "what set it off stands");
    }

    private static Definition Parent(bool waits, bool thenTakesNote = false) => thenTakesNote
        ? Starting(waits).Activity(new { id = "note", type = "Lra.SendCommand", command = "TakeNote" }).Connect("start-child", "Done", "note")
        : Starting(waits).Activity(new { id = "end", type = "Elsa.End" }).Connect("start-child", "Done", "end");

    private static Definition Starting(bool waits) => new Definition("parent")
        .Activity(new { id = "start-child", type = "Elsa.ExecuteWorkflow", workflowDefinitionId = "child", waitForCompletion = waits });

    private static Definition Child(bool task) => task
        ? new Definition("child").Activity(new { id = "ask", type = "Lra.AssignTask", task = "start-by-hand", title = "Child", role = "commissioner" })
        : new Definition("child").Activity(new { id = "note", type = "Lra.SendCommand", command = "TakeNote" });

    private static object Literal(string json) => new { typeName = "Object", expression = new { type = "Object", value = json } };

    private static Task<House> OpenAsync(DatabaseKind kind, params Definition[] definitions) => OpenAsync(kind, new Trouble(), definitions);

    private static Task<House> OpenAsync(DatabaseKind kind, Trouble trouble, params Definition[] definitions)
    {
        var folder = Directory.CreateTempSubdirectory("lra-workflows-").FullName;
        foreach (var definition in definitions)
        {
            definition.WriteTo(folder);
        }

        return House.OpenAsync(kind, options: new HouseOptions { Workflows = folder, Compose = x => x.AddSingleton(trouble) });
    }

    private static Task StartAsync(House house, string process) => house.SendAsync(new StartProcess(house.Randomness.Id("start", process), "lra", process, "2016-17"));

    private static async Task<List<string>> StatusesAsync(House house)
    {
        await using var db = house.Db();
        return [.. (await db.Instances.AsNoTracking().ToListAsync()).Select(x => $"{x.DefinitionId} {x.Key} {x.Status}").Order(StringComparer.Ordinal)];
    }

    private static async Task CompleteAsync(House house, string role = "commissioner")
    {
        var colleague = await Colleague.OfAsync(house, role);
        var task = await colleague.TaskAsync("start-by-hand");
        (await house.SendAsync(new CompleteTask(house.Randomness.Id("complete", $"{task.Id}"), "lra", task.Id), colleague.Actor)).ShouldBeOfType<CompleteTaskResult.Completed>();
    }

    private static async Task RetryAsync(House house)
    {
        var administrator = await Colleague.OfAsync(house, "administrator");
        var incident = (await house.SendAsync(new ReadIncidents(), administrator.Actor)).Single();
        (await house.SendAsync(new RetryIncident(house.Randomness.Id("retry", $"{incident.Id}"), "lra", incident.Id), administrator.Actor))
            .ShouldBeOfType<RetryIncidentResult.Retried>();
    }
}
