namespace LraGovernance.Web.Shell;

internal static class SecurityHeaders
{
    /// <summary>What a page gets that does not bring its own.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string PermissionsPolicy =
        "camera=(), display-capture=(), fullscreen=(), geolocation=(), microphone=(), payment=(), usb=()";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var strictTransport = !app.Environment.IsDevelopment();
        app.Use((context, next) =>
        {
            // On starting, because the exception handler clears headers that are set before.
            context.Response.OnStarting(() =>
            {
                Write(context, strictTransport);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Write(HttpContext context, bool strictTransport)
    {
        var headers = context.Response.Headers;
        // The mailbox of Development frames a mail in a sandbox and says so itself; nothing else does.
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = ContentSecurityPolicy;
        if (headers.XFrameOptions.Count == 0) headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (strictTransport && context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";

        // Static files and pages that chose to be public have said so by now.
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
    }
}
