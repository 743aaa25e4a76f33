using LraGovernance.Notifications;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Notifications;

public sealed class PickupFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lra-pickup-");

    [Fact]
    public async Task A_mail_that_was_half_written_when_the_process_died_is_one_mail_after_it_is_sent_again()
    {
        var mail = new OutgoingMail(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), "<1@site.example>", "Board Member", "member@board.example", "Subject", "Text", "<p>Text</p>", "Text");
        var half = _folder.CreateSubdirectory($".{mail.Id:N}");
        await File.WriteAllTextAsync(Path.Combine(half.FullName, "half.eml"), "X-Sender:");

        await new PickupFolderSender(_folder.FullName, new SiteAddress(new Uri("https://site.example"), "site@council.example"), new LraGovernance.Web.Serving.StandingClock(DateTimeOffset.UnixEpoch)).SendAsync(mail, CancellationToken.None);

        _folder.GetFileSystemInfos().ShouldHaveSingleItem().Name.ShouldBe($"{mail.Id:N}.eml");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
