using System.Net.Http.Json;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Running;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Notifications;

/// <summary>GOV.UK Notify takes a mail and says it has not, is busy, doubts our clock, and says late and twice what became of it.</summary>
public sealed class NotifyTests
{
    private const int Mails = 60;

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task What_it_took_and_would_not_say_so_is_looked_up_and_never_sent_twice(DatabaseKind kind)
    {
        await using var stub = await NotifyStub.StartAsync();
        await using var house = await OpenAsync(kind, stub);
        var comings = new Dictionary<string, int>();
        stub.Answers = reference =>
        {
            var coming = comings[reference] = comings.GetValueOrDefault(reference) + 1;
            return coming > 1 ? NotifyAnswer.Accepts : (comings.Count % 6) switch { 0 => NotifyAnswer.AcceptsAndFails, 1 => NotifyAnswer.IsBusy, 2 => NotifyAnswer.DoubtsTheClock, _ => NotifyAnswer.Accepts };
        };
        await house.OweAsync(Mails);
        await house.WorkUntilNothingIsOwedAsync();

        stub.Taken.Select(x => (string?)x["reference"]).Distinct().Count().ShouldBe(Mails, "none lost");
        stub.Taken.Count.ShouldBe(Mails, "none twice");
        await using var db = house.Db();
        (await db.Outbox.CountAsync(x => x.State != MailState.Sent)).ShouldBe(0);
        (await db.Outbox.CountAsync(x => x.UnknownAt != null)).ShouldBe(Mails / 6);
    }

    [Fact]
    public async Task What_it_refuses_has_failed_and_somebody_is_asked_to_see_to_it()
    {
        await using var stub = await NotifyStub.StartAsync();
        await using var house = await OpenAsync(DatabaseKind.Sqlite, stub);
        stub.Answers = _ => NotifyAnswer.Refuses;
        await house.OweAsync(1);
        await house.WorkUntilNothingIsOwedAsync();

        await using var db = house.Db();
        (await db.Outbox.FirstAsync(x => x.Template == Owing.Template)).ShouldSatisfyAllConditions(x => x.State.ShouldBe(MailState.Failed), x => x.LastError!.ShouldContain("team-only API key"));
        (await db.Tasks.CountAsync(x => x.Kind == "undelivered-mail")).ShouldBe(1);
    }

    [Fact]
    public async Task One_template_carries_every_mail_and_nothing_typed_becomes_markup_or_a_link()
    {
        await using var stub = await NotifyStub.StartAsync();
        await using var house = await OpenAsync(DatabaseKind.Sqlite, stub);
        await house.OweAsync(1, "variation-applied", """{"key":"VA","about":"*1* [click](https://elsewhere.example)\n^ # VA","path":"variations"}""");
        await house.WorkUntilNothingIsOwedAsync();

        var mail = stub.Taken.ShouldHaveSingleItem();
        ((string?)mail["template_id"]).ShouldBe("the-template");
        var body = (string)mail["personalisation"]!["body"]!;
        body.ShouldContain(@"\*1\* \[click\]\(https:" + "\u200B" + @"//elsewhere\.example\)");
        body.ShouldContain("\u200B^ \\# VA");
        body.ShouldContain("https://site.example/variations");
        body.ShouldNotContain("**");
    }

    [Fact]
    public async Task What_it_says_later_counts_once_and_only_with_the_token()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2016, 1, 27));
        using var client = site.CreateClient();
        await using var db = site.Db();
        var mail = await db.Outbox.AsNoTracking().Where(x => x.Template == "decision-request" && x.State == MailState.Sent).OrderBy(x => x.QueuedAt).LastAsync();

        (await SayAsync(client, mail.Id, "permanent-failure", "Bearer not-the-token")).ShouldBe(401);
        (await SayAsync(client, mail.Id, "permanent-failure", "")).ShouldBe(401);
        (await db.Outbox.AsNoTracking().SingleAsync(x => x.Id == mail.Id)).State.ShouldBe(MailState.Sent);
        (await SayAsync(client, new Guid(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9), "delivered")).ShouldBe(204, "of somebody else's mail there is nothing to say");
        for (var again = 0; again < 3; again++)
        {
            (await SayAsync(client, mail.Id, "permanent-failure")).ShouldBe(204);
        }

        (await SayAsync(client, mail.Id, "delivered")).ShouldBe(204);
        await site.WorkAsync();
        (await db.Outbox.AsNoTracking().SingleAsync(x => x.Id == mail.Id)).ShouldSatisfyAllConditions(
            x => x.State.ShouldBe(MailState.Failed), x => x.LastError.ShouldBe("GOV.UK Notify: permanent-failure"));
        (await db.Tasks.CountAsync(x => x.Kind == "undelivered-mail" && x.State == TaskState.Open)).ShouldBe(1);
        (await db.RecordEntries.CountAsync(x => x.Event == "mail-failed" && x.Subject == $"mail/{mail.Id}")).ShouldBe(1);
    }

    private static async Task<int> SayAsync(HttpClient client, Guid mail, string status, string authorization = $"Bearer {Site.NotifyToken}")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://localhost/notify/delivery") { Content = JsonContent.Create(new { id = "n", reference = mail, status, to = "x@example" }) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return (int)(await client.SendAsync(request)).StatusCode;
    }

    private static Task<House> OpenAsync(DatabaseKind kind, NotifyStub stub) => House.OpenAsync(kind, options: new HouseOptions
    {
        Compose = x => x.AddSingleton<IMailSender>(_ => new NotifySender(new(stub.Address, NotifyStub.ApiKey, "the-template", TimeSpan.FromSeconds(10)))),
    });
}
