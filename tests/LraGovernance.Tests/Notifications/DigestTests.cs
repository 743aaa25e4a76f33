using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Running;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Notifications;

/// <summary>What waits for one person at once is one mail, after downtime as well; and no link is lost in it.</summary>
public sealed class DigestTests
{
    private const string Words = """{"key":"1 <b>of* [link](https://elsewhere.example)","about":"VA-1","path":"variations"}""";

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task Six_mails_for_one_person_at_once_are_one_that_lists_them(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var person = await house.OweAsync(6, "variation-applied", Words);
        await house.OweAsync(2, "variation-applied", Words, who: 1);
        await house.WorkAsync();

        var mail = house.Mails.To(person).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("6 messages for you");
        mail.Text.ShouldContain("- Variation 1 <b>of* [link](https://elsewhere.example) is in force: https://site.example/variations");
        mail.Html.ShouldContain("<li>Variation 1 &lt;b&gt;of* [link](https://elsewhere.example) is in force: <a href=\"https://site.example/variations\">");
        house.Mails.All.Count.ShouldBe(3, "two mails are no flood");
        await using var db = house.Db();
        (await db.Outbox.CountAsync(x => x.State != MailState.Sent)).ShouldBe(0);
        (await db.Agenda.CountAsync(x => x.Kind == "mail")).ShouldBe(0);
    }

    [Fact]
    public async Task A_digest_that_is_refused_fails_with_all_that_it_carries()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite);
        house.Mails.Refuses = await house.OweAsync(6, "variation-applied", Words);
        await house.WorkAsync();

        await using var db = house.Db();
        (await db.Outbox.Where(x => x.Template == "variation-applied").Select(x => x.State).Distinct().ToListAsync()).ShouldBe([MailState.Failed]);
        (await db.Tasks.CountAsync(x => x.Kind == "undelivered-mail")).ShouldBe(1);
    }

    [Fact]
    public async Task A_digest_that_bounces_takes_all_that_it_carries_with_it()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite);
        await house.OweAsync(6, "variation-applied", Words);
        await house.WorkAsync();
        await house.SendAsync(new NoteDelivery(house.Randomness.Id("c", "bounce"), "lra", house.Mails.All.Single().Id, "permanent-failure"));

        await using var db = house.Db();
        (await db.Outbox.Where(x => x.Template == "variation-applied").Select(x => x.State).Distinct().ToListAsync()).ShouldBe([MailState.Failed]);
    }

    [Fact]
    public async Task What_is_sent_again_by_hand_is_tried_as_soon_and_as_often_as_a_new_mail()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite);
        await house.OweAsync(1);
        house.Mails.Answers = new HandOver.Unknown("the line was cut");
        await house.WorkUntilNothingIsOwedAsync();
        await using var db = house.Db();
        var mail = await db.Outbox.AsNoTracking().SingleAsync(x => x.Template == Owing.Template);
        (mail.State, mail.Attempts).ShouldBe((MailState.Failed, 8));

        var task = await db.Tasks.Include(x => x.Assignees).SingleAsync(x => x.Subject == $"mail/{mail.Id}");
        var owner = await Colleague.OfAsync(house, task.Role);
        house.Mails.Answers = new HandOver.PutOff("busy");
        await house.SendAsync(new SettleUndelivered(house.Randomness.Id("c", "again"), "lra", task.Id, true, null), owner.Actor);
        await house.WorkAsync();

        mail = await db.Outbox.AsNoTracking().SingleAsync(x => x.Id == mail.Id);
        (mail.State, mail.Attempts, mail.UnknownAt).ShouldBe((MailState.Pending, 9, null));
        (await db.Agenda.AsNoTracking().SingleAsync(x => x.Key == mail.Id.ToString())).DueAt.ShouldBe(house.Clock.GetUtcNow().AddMinutes(5));
    }

    [Fact]
    public async Task After_weeks_of_downtime_a_member_gets_one_mail_with_a_link_that_works()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2016, 1, 27));
        const string member = "board-member@kent.example";
        await using (var db = site.Db())
        {
            var invitation = await db.Invitations.Where(x => x.PersonId == db.People.Single(p => p.Email == member).Id).OrderByDescending(x => x.LastSentAt).FirstAsync();
            for (var reminder = 0; reminder < 3; reminder++)
            {
                var id = new Guid(0, 0, (short)reminder, 1, 1, 1, 1, 1, 1, 1, 1);
                db.Outbox.Add(new OutboxMail
                {
                    Id = id, Service = "lra", Template = "decision-reminder", PersonId = invitation.PersonId, InvitationId = invitation.Id, Occurrence = $"down/{reminder}",
                    Data = """{"title":"Sign off","body":"Board","role":"Member","deputy":"","due":"Friday"}""", State = MailState.Pending, GiveUpAfter = 8,
                    QueuedAt = site.Clock.GetUtcNow().AddDays(-reminder),
                });
                db.Agenda.Add(new AgendaItem { Kind = "mail", Key = id.ToString(), Service = "lra", DueAt = site.Clock.GetUtcNow().AddDays(-reminder) });
            }

            await db.SaveChangesAsync();
        }

        await site.WorkAsync();

        site.Mails.To(member).ShouldHaveSingleItem();
        using var phone = site.Browser();
        (await phone.OpenAsync(await site.LinkForAsync(member))).Heading.ShouldBe("Sign off the service specification");
        await using var after = site.Db();
        (await after.Outbox.CountAsync(x => x.Occurrence.StartsWith("down/") && x.State == MailState.Sent)).ShouldBe(3);
    }
}
