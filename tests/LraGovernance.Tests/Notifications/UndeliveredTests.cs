using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Notifications;

/// <summary>A member whose link does not arrive cannot answer: whoever owns the paper is told, and sees to it.</summary>
public sealed class UndeliveredTests
{
    private const string Member = "board-member@kent.example";
    private static readonly DateOnly BoardIsAsked = new(2016, 1, 27);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task A_link_that_was_refused_is_sent_again_by_the_owner_of_the_paper(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, BoardIsAsked);
        var (mail, page, browser) = await RefuseAReminderAsync(site);
        page.Text.ShouldContain("550: no such mailbox");
        (await browser.PostAsync(page)).Errors.ShouldBe(["Select what you have done"]);
        (await browser.PostAsync(page, new Dictionary<string, string> { ["Form.SendAgain"] = "false" })).Errors.ShouldBe(["Enter how you have reached them"]);

        var again = await browser.SubmitAsync(page, new Dictionary<string, string> { ["Form.SendAgain"] = "true" });
        again.Text.ShouldContain("The email is sent again");
        await site.WorkAsync();

        await using var db = site.Db();
        (await db.Outbox.SingleAsync(x => x.Id == mail)).State.ShouldBe(MailState.Sent);
        site.Mails.All.Count(x => x.Id == mail).ShouldBe(1);
        (await db.RecordEntries.CountAsync(x => x.Event == "mail-sent-again" && x.Subject == $"mail/{mail}")).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_who_was_told_by_telephone_is_on_the_record_and_sent_nothing_more()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, BoardIsAsked);
        var (mail, page, browser) = await RefuseAReminderAsync(site);

        await browser.SubmitAsync(page, new Dictionary<string, string> { ["Form.SendAgain"] = "false", ["Form.How"] = "By telephone" });
        await site.WorkAsync();

        await using var db = site.Db();
        (await db.Outbox.SingleAsync(x => x.Id == mail)).State.ShouldBe(MailState.Failed);
        (await db.RecordEntries.CountAsync(x => x.Event == "reached-otherwise" && x.Subject == $"mail/{mail}")).ShouldBe(1);
        (await browser.OpenAsync($"/tasks/{(await db.Tasks.SingleAsync(x => x.Kind == "undelivered-mail")).Id}")).Text.ShouldContain("An email did not arrive");
    }

    private static async Task<(Guid Mail, Shown Page, BrowserWithoutScripts Browser)> RefuseAReminderAsync(Site site)
    {
        site.Mails.Refuses = Member;
        OutboxMail? refused = null;
        while (refused is null)
        {
            await site.WorkToNextAsync();
            await using var db = site.Db();
            refused = await db.Outbox.AsNoTracking().SingleOrDefaultAsync(x => x.State == MailState.Failed);
        }

        await site.WorkAsync();
        site.Mails.Refuses = null;
        await using var after = site.Db();
        var task = await after.Tasks.Include(x => x.Assignees).SingleAsync(x => x.Kind == "undelivered-mail" && x.State == TaskState.Open);
        var owner = await after.People.SingleAsync(x => x.Id == task.Assignees[0].PersonId);
        var browser = await site.SignInAsync(owner.Email);
        return (refused.Id, await browser.OpenAsync($"/tasks/{task.Id}"), browser);
    }
}
