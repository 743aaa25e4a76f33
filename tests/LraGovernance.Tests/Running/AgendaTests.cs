using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Running;

/// <summary>What is due is done once: late after a stop, at once on two nodes, or not at all when it was withdrawn.</summary>
public sealed class AgendaTests
{
    private const string Refresh = "specification-refresh";

    [Fact]
    public async Task A_schedule_missed_for_three_years_starts_the_last_occurrence_once()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite);
        await using (var db = house.Db())
        {
            db.NamedDates.AddRange((await db.NamedDates.AsNoTracking().Where(x => x.FinancialYear == "2017-18").ToListAsync())
                .Select(x => new NamedDate { Service = x.Service, FinancialYear = "2019-20", Key = x.Key, Date = x.Date.AddYears(2), Title = x.Title }));
            await db.SaveChangesAsync();
        }

        house.Clock.MoveTo(London.At(new DateOnly(2018, 11, 5), new TimeOnly(9, 0)));
        var agenda = house.Services.GetRequiredService<Agenda>();
        agenda.StopAtFailure = true;
        await agenda.PerformAsync((await agenda.NextAsync())!);
        await agenda.WorkAsync();

        await using var after = house.Db();
        (await after.Instances.SingleAsync(x => x.DefinitionId == Refresh)).Key.ShouldBe("2019-20");
        (await after.Agenda.SingleAsync(x => x.Kind == "schedule" && x.Key == $"{Refresh}/lra")).DueAt.ShouldBe(London.At(new DateOnly(2019, 10, 1), new TimeOnly(6, 0)));
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task The_same_occurrence_rung_for_on_many_nodes_at_once_starts_one_instance(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        house.Clock.MoveTo(London.At(new DateOnly(2015, 10, 1), new TimeOnly(7, 0)));
        await using (var planned = house.Db())
        {
            planned.Agenda.RemoveRange(await planned.Agenda.Where(x => x.Key != $"{Refresh}/lra").ToListAsync());
            await planned.SaveChangesAsync();
        }

        var due = (await house.Services.GetRequiredService<Agenda>().NextAsync())!;
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => house.SendAsync(
            new PerformAgendaItem(house.Randomness.Id("node", $"{i}"), due.Service, due.Kind, due.Key, due.At)))));

        results.Count(x => x is PerformAgendaItemResult.Performed).ShouldBe(1);
        await using var db = house.Db();
        (await db.Instances.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_handed_over_is_tried_again_later_and_given_up_after_eight_times()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite);
        house.Mails.Answers = new HandOver.PutOff("connection refused");
        house.Clock.MoveTo(London.At(new DateOnly(2015, 10, 1), new TimeOnly(6, 0)));
        await house.WorkAsync();
        await using (var db = house.Db())
        {
            (await db.Outbox.SingleAsync()).ShouldSatisfyAllConditions(x => x.State.ShouldBe(MailState.Pending), x => x.Attempts.ShouldBe(1), x => x.LastError.ShouldBe("connection refused"));
        }

        house.Mails.Answers = null;
        await house.MoveToAsync(house.Clock.GetUtcNow() + TimeSpan.FromMinutes(5));
        house.Mails.All.Count.ShouldBe(1);

        house.Mails.Answers = new HandOver.PutOff("connection refused");
        await house.MoveToAsync(London.At(new DateOnly(2015, 10, 31), new TimeOnly(12, 0)));
        await using var after = house.Db();
        var reminder = await after.Outbox.SingleAsync(x => x.Template == "task-reminder");
        reminder.State.ShouldBe(MailState.Failed);
        reminder.Attempts.ShouldBe(8);
        (await after.RecordEntries.CountAsync(x => x.Event == "mail-failed" && x.Subject == $"mail/{reminder.Id}")).ShouldBe(1);
        (await after.Tasks.CountAsync(x => x.Kind == "undelivered-mail")).ShouldBe(1, "the mail about that task failed as well, and asks nobody anything more");
        (await after.Agenda.CountAsync(x => x.Kind == "mail")).ShouldBe(0);
    }

    [Fact]
    public async Task A_mail_found_claimed_after_a_crash_is_sent_again_with_the_same_identity()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite);
        house.Mails.FailWith = new OperationCanceledException("the process dies here");
        house.Clock.MoveTo(London.At(new DateOnly(2015, 10, 1), new TimeOnly(6, 0)));
        await Should.ThrowAsync<OperationCanceledException>(() => house.WorkAsync());
        house.Mails.FailWith = null;
        (await house.WorkAsync()).ShouldBe(0, "the lease holds");
        await house.MoveToAsync(house.Clock.GetUtcNow() + TimeSpan.FromMinutes(6));

        house.Mails.All.ShouldHaveSingleItem().MessageId.ShouldContain(house.Mails.All[0].Id.ToString("N"));
    }

    [Fact]
    public async Task A_failing_item_is_postponed_and_does_not_hold_up_the_rest()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite);
        await using (var db = house.Db())
        {
            db.Agenda.Add(new AgendaItem { Kind = "nobody-performs-this", Key = "x", Service = "lra", DueAt = London.At(new DateOnly(2015, 10, 1), new TimeOnly(5, 0)) });
            await db.SaveChangesAsync();
        }

        house.Clock.MoveTo(London.At(new DateOnly(2015, 10, 1), new TimeOnly(6, 0)));
        await house.Services.GetRequiredService<Agenda>().WorkAsync();
        await using var after = house.Db();
        (await after.Instances.CountAsync()).ShouldBe(1);
        (await after.Agenda.SingleAsync(x => x.Kind == "nobody-performs-this")).DueAt.ShouldBe(house.Clock.GetUtcNow() + TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task What_is_late_is_said_once_and_reminders_stop_when_it_is_done()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite);
        await house.MoveToAsync(London.At(new DateOnly(2015, 12, 1), new TimeOnly(9, 0)));
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        (await commissioner.TaskAsync("draft-specification")).Late.ShouldBeTrue();
        house.Mails.To(commissioner.Person.Email).Select(x => x.Subject.Split(':')[0]).ShouldBe(["Draft the service specification", "Reminder", "Reminder", "Late"]);
    }
}
