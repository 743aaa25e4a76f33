using LraGovernance.Notifications;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LraGovernance.Tests;

/// <summary>Mails that a house owes, and their way out.</summary>
internal static class Owing
{
    /// <summary>Carries a link of its own, so that none is taken into a digest.</summary>
    public const string Template = "sign-in-link";

    /// <param name="house">The house.</param>
    /// <param name="count">How many.</param>
    /// <param name="template">Which template; without one, <see cref="Template"/>.</param>
    /// <param name="data">The words for the template, as JSON.</param>
    /// <param name="who">Which person, from 0 in the order of addresses.</param>
    /// <returns>Their address.</returns>
    public static async Task<string> OweAsync(this House house, int count, string template = Template, string data = "{}", int who = 0)
    {
        await using var db = house.Db();
        var person = await db.People.OrderBy(x => x.Email).Skip(who).FirstAsync();
        for (var i = 1; i <= count; i++)
        {
            var id = house.Randomness.Id("owed", $"{template}/{who}/{i}");
            db.Outbox.Add(new OutboxMail
            {
                Id = id, Service = "lra", Template = template, PersonId = person.Id, Data = data, Occurrence = $"{i}",
                State = MailState.Pending, GiveUpAfter = 8, QueuedAt = house.Clock.GetUtcNow(),
            });
            db.Agenda.Add(new AgendaItem { Kind = "mail", Key = id.ToString(), Service = "lra", DueAt = house.Clock.GetUtcNow() });
        }

        await db.SaveChangesAsync();
        return person.Email;
    }

    public static async Task WorkUntilNothingIsOwedAsync(this House house)
    {
        var agenda = house.Services.GetRequiredService<Agenda>();
        agenda.StopAtFailure = true;
        while (await DueAsync(house) is { } due)
        {
            if (due > house.Clock.GetUtcNow())
            {
                house.Clock.MoveTo(due);
            }

            await agenda.WorkAsync();
        }
    }

    private static async Task<DateTimeOffset?> DueAsync(House house)
    {
        await using var db = house.Db();
        return await db.Agenda.Where(x => x.Kind == "mail" || x.Kind == "undelivered-mail").OrderBy(x => x.DueAt).Select(x => (DateTimeOffset?)x.DueAt).FirstOrDefaultAsync();
    }
}
