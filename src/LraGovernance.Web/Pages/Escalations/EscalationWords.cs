using LraGovernance.Escalations;

namespace LraGovernance.Web.Pages.Escalations;

internal static class EscalationWords
{
    public static string Of(ExceptionState state) => state switch
    {
        ExceptionState.WithSenior => "With the senior management team",
        ExceptionState.WithBoard => "With the Strategic Board",
        ExceptionState.Watched => "Watched",
        _ => "Closed",
    };

    public static string Colour(ExceptionState state) => state switch
    {
        ExceptionState.WithBoard => "red",
        ExceptionState.WithSenior => "orange",
        ExceptionState.Watched => "yellow",
        _ => "grey",
    };

    public static string Of(Nature nature) => nature == Nature.Finance ? "money" : "performance";
}
