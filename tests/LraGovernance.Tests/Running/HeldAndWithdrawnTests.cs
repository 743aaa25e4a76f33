using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Running;

/// <summary>Two branches: one faults while the other goes on; one ends and the other is withdrawn.</summary>
public sealed class HeldAndWithdrawnTests
{
    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task A_branch_that_goes_on_while_the_process_is_held_is_kept_and_follows_the_retry(DatabaseKind kind)
    {
        var trouble = new Trouble { On = true };
        await using var house = await House.OpenAsync(kind, options: new HouseOptions { Workflows = TwoTasks("WaitAll"), Compose = x => x.AddSingleton(trouble) });
        await StartAsync(house);
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var clerk = await Colleague.OfAsync(house, "committee-clerk");
        (await CompleteAsync(house, commissioner)).ShouldBeOfType<CompleteTaskResult.Completed>();
        (await CompleteAsync(house, clerk)).ShouldBeOfType<CompleteTaskResult.Completed>();

        await using (var db = house.Db())
        {
            (await db.Tasks.CountAsync(x => x.State == TaskState.Done)).ShouldBe(2, "what people did stands");
            (await db.HeldStimuli.CountAsync()).ShouldBe(2);
            (await db.Incidents.CountAsync()).ShouldBe(1);
        }

        trouble.On = false;
        var administrator = await Colleague.OfAsync(house, "administrator");
        var incident = (await house.SendAsync(new ReadIncidents(), administrator.Actor)).Single();
        (await house.SendAsync(new RetryIncident(house.Randomness.Id("retry", "1"), "lra", incident.Id), administrator.Actor)).ShouldBeOfType<RetryIncidentResult.Retried>();

        await using var after = house.Db();
        (await after.Instances.SingleAsync()).Status.ShouldBe(InstanceStatus.Finished);
        (await after.HeldStimuli.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task Work_that_is_no_longer_needed_closes_everywhere_and_those_asked_get_one_mail(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, options: new HouseOptions { Workflows = TwoTasks("WaitAny") });
        await StartAsync(house);
        var clerk = await Colleague.OfAsync(house, "committee-clerk");
        await CompleteAsync(house, await Colleague.OfAsync(house, "commissioner"));
        await house.WorkAsync();

        await using var db = house.Db();
        (await db.Tasks.SingleAsync(x => x.Role == "committee-clerk")).State.ShouldBe(TaskState.Withdrawn);
        (await db.Instances.SingleAsync()).Status.ShouldBe(InstanceStatus.Finished);
        (await house.SendAsync(new ReadWaiting(), clerk.Actor)).ShouldBeEmpty();
        house.Mails.To(clerk.Person.Email).Count(x => x.Subject.StartsWith("No longer needed", StringComparison.Ordinal)).ShouldBe(1);
        (await db.Agenda.CountAsync(x => x.Kind == "task-late" || x.Kind == "task-reminder")).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task An_answer_that_was_kept_and_is_overtaken_by_the_retry_harms_nothing(DatabaseKind kind)
    {
        var trouble = new Trouble { On = true };
        await using var house = await House.OpenAsync(kind, options: new HouseOptions { Workflows = TwoTasks("WaitAny"), Compose = x => x.AddSingleton(trouble) });
        await StartAsync(house);
        await CompleteAsync(house, await Colleague.OfAsync(house, "commissioner"));
        await CompleteAsync(house, await Colleague.OfAsync(house, "committee-clerk"));

        trouble.On = false;
        var administrator = await Colleague.OfAsync(house, "administrator");
        var incident = (await house.SendAsync(new ReadIncidents(), administrator.Actor)).Single();
        await house.SendAsync(new RetryIncident(house.Randomness.Id("retry", "1"), "lra", incident.Id), administrator.Actor);

        await using var db = house.Db();
        (await db.Instances.SingleAsync()).Status.ShouldBe(InstanceStatus.Finished);
        (await db.Incidents.CountAsync(x => x.RetriedAt == null)).ShouldBe(0);
        (await db.Tasks.CountAsync(x => x.State == TaskState.Done)).ShouldBe(2, "what people did stands");
    }

    [Fact]
    public async Task Two_commands_in_a_race_are_answered_at_once_and_the_first_wins()
    {
        var race = new Definition("two-tasks")
            .Activity(new { id = "fork", type = "Elsa.FlowFork", branches = new[] { "A", "B" } })
            .Activity(new { id = "one", type = "Lra.SendCommand", command = "TakeNote" })
            .Activity(new { id = "two", type = "Lra.SendCommand", command = "TakeNote" })
            .Activity(new { id = "join", type = "Elsa.FlowJoin", mode = "WaitAny" })
            .Connect("fork", "A", "one").Connect("fork", "B", "two").Connect("one", "Noted", "join").Connect("two", "Noted", "join").WriteToFolder();
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, options: new HouseOptions { Workflows = race, Compose = x => x.AddSingleton(new Trouble()) });

        await StartAsync(house);

        await using var db = house.Db();
        (await db.Instances.SingleAsync()).Status.ShouldBe(InstanceStatus.Finished);
        (await db.Incidents.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_task_of_somebody_else_and_a_closed_task_are_refused()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, options: new HouseOptions { Workflows = TwoTasks("WaitAll") });
        await StartAsync(house);
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var auditor = await Colleague.OfAsync(house, "auditor");
        var task = await commissioner.TaskAsync("start-by-hand");

        (await house.SendAsync(new CompleteTask(house.Randomness.Id("c", "1"), "lra", task.Id), auditor.Actor)).ShouldBe(new CompleteTaskResult.Refused(TaskCompletion.NotYours));
        await CompleteAsync(house, commissioner);
        (await house.SendAsync(new CompleteTask(house.Randomness.Id("c", "2"), "lra", task.Id), commissioner.Actor)).ShouldBe(new CompleteTaskResult.Refused(TaskCompletion.AlreadyClosed));
        (await house.SendAsync(new ReadTask(task.Id), auditor.Actor)).ShouldBeNull();
    }

    private static string TwoTasks(string mode) => new Definition("two-tasks")
        .Activity(new { id = "fork", type = "Elsa.FlowFork", branches = new[] { "A", "B" } })
        .Activity(new { id = "first", type = "Lra.AssignTask", task = "start-by-hand", title = "First", role = "commissioner" })
        .Activity(new { id = "note", type = "Lra.SendCommand", command = "TakeNote" })
        .Activity(new { id = "second", type = "Lra.AssignTask", task = "start-by-hand", title = "Second", role = "committee-clerk", dueWorkingDays = 3, reminders = new[] { "1" } })
        .Activity(new { id = "join", type = "Elsa.FlowJoin", mode })
        .Activity(new { id = "end", type = "Elsa.End" })
        .Connect("fork", "A", "first").Connect("fork", "B", "second").Connect("first", "Done", "note").Connect("note", "Noted", "join")
        .Connect("second", "Done", "join").Connect("join", "Done", "end").WriteToFolder();

    private static Task StartAsync(House house) => house.SendAsync(new StartProcess(house.Randomness.Id("start", "1"), "lra", "two-tasks", "2016-17"));

    private static async Task<CompleteTaskResult> CompleteAsync(House house, Colleague colleague)
    {
        var task = await colleague.TaskAsync("start-by-hand");
        return await house.SendAsync(new CompleteTask(house.Randomness.Id("complete", $"{task.Id}"), "lra", task.Id), colleague.Actor);
    }
}
