using System.Net;

namespace LraGovernance.Notifications;

/// <summary>The frame around a mail's HTML part: one column, system fonts, nothing fetched from elsewhere.</summary>
internal static class MailLayout
{
    internal static string Wrap(string title, string body) => $$"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{WebUtility.HtmlEncode(title)}}</title></head>
        <body style="margin:0;background:#f3f2f1">
        <div style="max-width:38em;margin:0 auto;padding:24px 16px;background:#ffffff;color:#0b0c0c;font-family:system-ui,Arial,sans-serif;font-size:18px;line-height:1.45;overflow-wrap:anywhere">
        {{body}}
        </div>
        </body>
        </html>
        """;
}
