using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Running;
using LraGovernance.Tests.Crashes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Notifications;

/// <summary>A mail server that cuts the line after the final dot, is busy, refuses or falls silent: nothing is lost, and only what was unknown comes twice.</summary>
public sealed class CarriedMailTests
{
    private static readonly int Mails = Campaign.Of(10_000, 150);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task No_mail_is_lost_and_only_one_that_was_unknown_comes_twice(DatabaseKind kind)
    {
        var seed = new Campaign().Seed;
        using var server = await MailServer.StartAsync(new { seed, cut = 10, busy = 10, refused = 2, silent = 1 });
        await using var house = await House.OpenAsync(kind, options: new HouseOptions
        {
            Compose = x => x.AddSingleton<IMailSender>(services => new SmtpSender(
                new("127.0.0.1", server.Port, StartTls: false, null, null, TimeSpan.FromSeconds(1)), services.GetRequiredService<SiteAddress>())),
        });
        await house.OweAsync(Mails);

        await house.WorkUntilNothingIsOwedAsync();
        await server.CloseAsync();

        await using var db = house.Db();
        var mails = await db.Outbox.AsNoTracking().Where(x => x.Template == Owing.Template).ToListAsync();
        var came = server.Taken.GroupBy(x => x).ToDictionary(x => x.Key, x => x.Count());
        mails.Count.ShouldBe(Mails, seed);
        mails.Count(x => x.State is not (MailState.Sent or MailState.Failed)).ShouldBe(0, seed);
        mails.Count(x => x.State == MailState.Sent && !came.ContainsKey(x.Id)).ShouldBe(0, $"lost (seed {seed})");
        mails.Count(x => came.GetValueOrDefault(x.Id) > 1 && x.UnknownAt is null).ShouldBe(0, $"twice, and not marked unknown (seed {seed})");
        mails.Count(x => x.State == MailState.Failed && x.UnknownAt is null && came.ContainsKey(x.Id)).ShouldBe(0, $"said to have failed, and arrived (seed {seed})");
        mails.Count(x => x.UnknownAt is not null).ShouldBeInRange(Mails * 3 / 100, Mails * 30 / 100, $"the server cuts 10 and is silent to 1 of a hundred (seed {seed})");
        var asked = await db.Tasks.Where(x => x.Kind == "undelivered-mail").Select(x => x.Subject).ToListAsync();
        mails.Where(x => x.State == MailState.Failed).Select(x => $"mail/{x.Id}").Except(asked).ShouldBeEmpty($"failed, and nobody was told (seed {seed})");
    }
}
