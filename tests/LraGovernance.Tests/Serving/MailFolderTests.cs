using LraGovernance.Notifications;
using LraGovernance.Web.Mailbox;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Serving;

public sealed class MailFolderTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2016, 1, 27, 9, 30, 0, TimeSpan.Zero);
    private static readonly Guid Id = Guid.Parse("3a79aa3a-2a7c-efc6-2d94-b17238fabd2b");

    private readonly string _folder = Directory.CreateTempSubdirectory("lra-mail-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_mail_is_read_back_as_it_was_sent()
    {
        var sender = new PickupFolderSender(_folder, new SiteAddress(new Uri("https://council.example"), "from@council.example"), new Stopped());
        var subject = "Café: sign off – " + string.Concat(Enumerable.Repeat("a long subject ", 12));
        await sender.SendAsync(new(Id, "<1@council.example>", "Zoë, Member", "zoe@council.example", subject.Trim(), "Grüße\n.\nhttps://council.example/decide/a_b-_", "<p>Grüße</p>", "Grüße"), default);

        var mail = new MailFolder(_folder).Newest().ShouldHaveSingleItem();

        mail.ShouldBe(new MailFolder(_folder).Find(Id));
        (mail.Id, mail.ToName, mail.ToAddress, mail.Subject, mail.At, mail.Fault).ShouldBe((Id, "Zoë, Member", "zoe@council.example", subject.Trim(), At, null));
        mail.Text.ReplaceLineEndings("\n").ShouldStartWith("Grüße\n.\nhttps://council.example/decide/a_b-_");
        mail.Html.ShouldStartWith("<p>Grüße</p>");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a mail")]
    [InlineData("From: a@b.example\nContent-Transfer-Encoding: base64\n\n!!!")]
    [InlineData("From: a@b.example\nContent-Type: text/plain; charset=klingon\n\nx")]
    [InlineData("From: a@b.example\nContent-Type: multipart/alternative\n\nx")]
    [InlineData("From: a@b.example\nContent-Type: ;;;\n\nx")]
    public async Task A_file_that_is_no_mail_is_shown_as_such(string content)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, $"{Id:N}.eml"), content);
        new MailFolder(_folder).Newest().ShouldHaveSingleItem().Fault.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Quoted_printable_and_unknown_names_are_read_too()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "kept.eml"),
            "X-Sender: x\r\nFrom: a@b.example\r\nTo: c@d.example\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe_an?=\r\n =?utf-8?B?IGFsbGU=?=\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=\r\n=C3=9Fe\r\n");
        var mail = new MailFolder(_folder).Newest().ShouldHaveSingleItem();
        (mail.Id, mail.Subject, mail.Text.TrimEnd()).ShouldBe((null, "Grüße an alle", "Grüße"));
    }

    [Fact]
    public void The_full_stop_after_an_address_is_not_part_of_it() => LiveLinks.In("See https://a.example/x_ . And (https://b.example/y).")
        .Where(x => x.IsLink).Select(x => x.Text).ShouldBe(["https://a.example/x_", "https://b.example/y"]);

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => At;
    }
}
