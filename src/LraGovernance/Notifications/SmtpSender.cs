using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace LraGovernance.Notifications;

/// <summary>How the mail server is reached.</summary>
/// <param name="Host">Name of the server.</param>
/// <param name="Port">587 as a rule; a port that begins with TLS (465) cannot be used.</param>
/// <param name="StartTls">Refuses to go on without encryption; false only for a server on the same machine.</param>
/// <param name="UserName">Signs in (AUTH LOGIN) with this name; null without signing in.</param>
/// <param name="Password">Belongs to the name.</param>
/// <param name="Timeout">How long one mail may take, from connecting to the last answer.</param>
public sealed record SmtpServer(string Host, int Port, bool StartTls, string? UserName, string? Password, TimeSpan Timeout);

/// <summary>
/// Hands mails to a mail server, one message a recipient. An answer of the server decides; where its last answer is missing the
/// mail may have been taken, and is unknown.
/// </summary>
public sealed class SmtpSender(SmtpServer server, SiteAddress site) : IMailSender
{
    /// <summary>Answers about us and not about the mail: we are not let in, and the next mail would not be either.</summary>
    private static readonly HashSet<int> NotLetIn = [530, 534, 535, 538];

    public async Task<HandOver> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = MailComposition.Compose(mail, site);
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.StartTls, Timeout = (int)server.Timeout.TotalMilliseconds };
        client.DeliveryFormat = mail.ToAddress.All(char.IsAscii) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International;
        if (server.UserName is { } name)
        {
            client.Credentials = new System.Net.NetworkCredential(name, server.Password);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(server.Timeout);
        try
        {
            await client.SendMailAsync(message, limit.Token);
            return new HandOver.Taken();
        }
        catch (SmtpException answer)
        {
            return Became(answer);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HandOver.Unknown("the mail server did not answer in time");
        }
    }

    /// <summary>A mail server cannot be asked what it has taken.</summary>
    public Task<bool?> HasAsync(Guid mail, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);

    internal static HandOver Became(SmtpException answer)
    {
        var (code, said) = ((int)answer.StatusCode, $"{(int)answer.StatusCode}: {answer.Message}");
        return code switch
        {
            >= 400 and < 500 => new HandOver.PutOff(said),
            >= 500 when NotLetIn.Contains(code) => new HandOver.PutOff(said),
            >= 500 => new HandOver.Refused(said),
            _ when Causes(answer).Any(x => x is SocketException { SocketErrorCode: not SocketError.ConnectionReset } or AuthenticationException) =>
                new HandOver.PutOff($"the mail server cannot be reached: {answer.InnerException!.Message}"),
            _ => new HandOver.Unknown($"the connection broke: {(answer.InnerException ?? answer).Message}"),
        };
    }

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (var cause = failure.InnerException; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
