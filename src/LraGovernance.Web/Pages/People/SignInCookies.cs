using LraGovernance.Notifications;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.People;

/// <summary>What the browser keeps between asking for a link and being signed in.</summary>
internal static class SignInCookies
{
    private const string Token = "sign-in";
    private const string Return = "sign-in-return";
    private static readonly TimeSpan TokenLives = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan ReturnLives = TimeSpan.FromHours(1);

    /// <summary>What cannot be a token is not kept: the page after it says so.</summary>
    public static void KeepToken(HttpResponse response, string? token)
    {
        if (Tokens.LooksLikeOne(token))
        {
            response.SetHostCookie(Token, token!, TokenLives);
        }
        else
        {
            response.DropHostCookie(Token);
        }
    }

    public static string? TokenOf(HttpRequest request) => request.HostCookie(Token);

    public static void KeepReturn(HttpResponse response, string? path)
    {
        if (path is { Length: <= 2_000 })
        {
            response.SetHostCookie(Return, path, ReturnLives);
        }
        else
        {
            response.DropHostCookie(Return);
        }
    }

    public static string? ReturnOf(HttpRequest request) => request.HostCookie(Return);

    public static void Drop(HttpResponse response)
    {
        response.DropHostCookie(Token);
        response.DropHostCookie(Return);
    }
}
