using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Calendar;

/// <summary>The last safe day of a step, worked back from the days that do not move.</summary>
public sealed class LastSafeDayTests
{
    private static readonly DateOnly April = new(2016, 4, 1);
    private static readonly WorkingCalendar Calendar = new([new DateOnly(2016, 3, 25), new DateOnly(2016, 3, 28)]);
    private static readonly PreElectionPeriod[] NoElection = [];

    [Fact]
    public void Every_way_of_taking_the_time_one_has_still_keeps_the_day()
    {
        // 500 chains of steps, from a seeded generator: begun on the last safe day and each taking its whole time, they end in time; a day later they do not.
        var random = new SeededRandomness("last-safe-day");
        for (var run = 0; run < 500; run++)
        {
            var takes = random.Bytes("takes", $"{run}", 6).Select(x => x % 12).ToList();
            var steps = takes.Select((days, i) => (Id: $"s{i}", Step: new PlannedStep([i == takes.Count - 1 ? "end" : $"s{i + 1}"]) { Takes = new(days) }))
                .ToDictionary(x => x.Id, x => x.Step);
            steps["end"] = new PlannedStep([]) { Fixed = new("in-force", April, new(0)) };
            var safe = LastSafeDay.Of("s0", steps, Calendar, NoElection, _ => true)!.Day;

            Played(safe, takes.Skip(1)).ShouldBeLessThanOrEqualTo(April);
            Played(Calendar.Add(safe, new WorkingDays(1)), takes.Skip(1)).ShouldBeGreaterThan(April);
        }

        static DateOnly Played(DateOnly from, IEnumerable<int> takes) => takes.Aggregate(from, (day, days) => Calendar.Add(day, new WorkingDays(days)));
    }

    [Fact]
    public void Papers_leave_clear_days_before_the_meeting_and_Easter_does_not_count()
    {
        var steps = new Dictionary<string, PlannedStep>
        {
            ["draft"] = new(["put"]), ["put"] = new(["minutes"]) { Fixed = new("meeting", new DateOnly(2016, 4, 1), new ClearDays(5)) }, ["minutes"] = new([]),
        };
        LastSafeDay.Of("draft", steps, Calendar, NoElection, _ => true)!.Day.ShouldBe(new DateOnly(2016, 3, 22), "Wednesday to Thursday are 23, 24, 29, 30 and 31 March");
        LastSafeDay.Of("minutes", steps, Calendar, NoElection, _ => true).ShouldBeNull("no fixed day lies ahead");
    }

    [Fact]
    public void At_a_choice_the_easier_way_counts_and_of_branches_the_harder_one()
    {
        var steps = new Dictionary<string, PlannedStep>
        {
            ["choice"] = new(["short", "long", "nowhere"]), ["fork"] = new(["short", "long"]) { LeadsToAll = true },
            ["short"] = new(["end"]) { Takes = new(1) }, ["long"] = new(["end"]) { Takes = new(5) }, ["nowhere"] = new([]),
            ["end"] = new([]) { Fixed = new("in-force", April, new(0)) },
        };
        LastSafeDay.Of("choice", steps, Calendar, NoElection, _ => true)!.Day.ShouldBe(new DateOnly(2016, 3, 31));
        LastSafeDay.Of("fork", steps, Calendar, NoElection, _ => true)!.Day.ShouldBe(new DateOnly(2016, 3, 23));
    }

    [Fact]
    public void Nothing_is_public_in_a_pre_election_period_and_nobody_signs_who_is_away()
    {
        var election = new PreElectionPeriod { Service = "lra", From = new(2016, 3, 21), To = new(2016, 5, 5), Why = "Council election" };
        var steps = new Dictionary<string, PlannedStep>
        {
            ["agree"] = new(["publish"]), ["publish"] = new(["end"]) { Publishes = true }, ["end"] = new([]) { Fixed = new("in-force", April, new(0)) },
        };
        LastSafeDay.Of("agree", steps, Calendar, [election], _ => true)!.Day.ShouldBe(new DateOnly(2016, 3, 18), "the Friday before the period");
        LastSafeDay.Of("agree", steps, Calendar, [election], day => day < new DateOnly(2016, 3, 9))!.Day.ShouldBe(new DateOnly(2016, 3, 8), "away from the 9th");
    }

    [Fact]
    [Trait("Requirement", "R-038")]
    public async Task A_task_shows_its_last_safe_day_on_its_page_in_the_list_and_in_its_mail()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2015, 11, 10));
        using var senior = await site.SignInAsync("manager-operations@kent.example");
        (await senior.OpenAsync("/waiting")).Text.ShouldContain("Last safe day: Monday 4 January 2016");
        await using var db = site.Db();
        var task = await db.Tasks.SingleAsync(x => x.Kind == "review-specification" && x.Role == "senior-manager" && x.State == TaskState.Open);
        (task.LastSafeDay, task.SafeForDay).ShouldBe((new DateOnly(2016, 1, 4), new DateOnly(2016, 1, 12)));
        (await senior.OpenAsync($"/tasks/{task.Id}")).Text.ShouldContain("After it the date of 12 January 2016 is not safe");
        var mail = await db.Outbox.SingleAsync(x => x.Template == "task-assigned" && x.Data.Contains($"{task.Id}") && x.PersonId == db.People.Single(p => p.Email == "manager-operations@kent.example").Id);
        mail.Data.ShouldContain("The last safe day is Monday 4 January 2016");
    }
}
