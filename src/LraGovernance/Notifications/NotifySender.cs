using System.Globalization;
using System.Text.RegularExpressions;
using Notify.Client;
using Notify.Exceptions;

namespace LraGovernance.Notifications;

/// <summary>How GOV.UK Notify is reached.</summary>
/// <param name="Address">Its own address, or another for tests.</param>
/// <param name="ApiKey">The service's key, as Notify shows it once.</param>
/// <param name="TemplateId">A template of the type email with subject <c>((subject))</c> and message <c>((body))</c>.</param>
/// <param name="Timeout">How long one request may take.</param>
public sealed record NotifyService(Uri Address, string ApiKey, string TemplateId, TimeSpan Timeout);

/// <summary>
/// Hands mails to GOV.UK Notify, with the mail's id as reference. A reference may stand there more than once, so it keeps nothing from
/// being sent twice: of a mail that may have been taken, Notify is asked first.
/// </summary>
public sealed partial class NotifySender : IMailSender, IDisposable
{
    private readonly HttpClient _http;
    private readonly NotificationClient _client;
    private readonly string _templateId;

    public NotifySender(NotifyService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        _templateId = service.TemplateId;
        _http = new HttpClient { Timeout = service.Timeout };
        var wrapper = new HttpClientWrapper(_http);
        _client = new NotificationClient(wrapper, service.ApiKey);
        wrapper.BaseAddress = service.Address;
        wrapper.SetClientBaseAddress();
    }

    public async Task<HandOver> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            await _client.SendEmailAsync(
                mail.ToAddress, _templateId, new Dictionary<string, object> { ["subject"] = mail.Subject, ["body"] = mail.Markdown }, mail.Id.ToString());
            return new HandOver.Taken();
        }
        catch (NotifyClientException answer)
        {
            return Became(answer);
        }
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException)
        {
            return silence is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError }
                ? new HandOver.PutOff($"GOV.UK Notify cannot be reached: {silence.Message}")
                : new HandOver.Unknown($"GOV.UK Notify did not answer: {silence.Message}");
        }
    }

    public async Task<bool?> HasAsync(Guid mail, CancellationToken cancellationToken)
    {
        try
        {
            return (await _client.GetNotificationsAsync("email", "", mail.ToString(), "", false)).notifications.Count > 0;
        }
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException or NotifyClientException)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>400: not this mail. 403 (the key, or our clock) and 429: not now. 500: it may have been taken all the same.</summary>
    internal static HandOver Became(NotifyClientException answer)
    {
        var status = Status().Match(answer.Message) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        return status switch
        {
            400 => new HandOver.Refused(answer.Message),
            401 or 403 or 429 => new HandOver.PutOff(answer.Message),
            _ => new HandOver.Unknown(answer.Message),
        };
    }

    [GeneratedRegex(@"Status code (\d{3})")]
    private static partial Regex Status();
}
