using System.Globalization;
using LraGovernance.Arrangement;
using LraGovernance.Bodies;

namespace LraGovernance.Web.Pages.Arrangement;

internal static class ArrangementWords
{
    public static string Side(string side) => side switch
    {
        "council" => "The council",
        "service" => "The service",
        "committee" => "The committee",
        _ => "Advises",
    };

    public static string Of(BodyLine body) => $"{Of(body.Rule)} {(body.Quorum == 1 ? "One is enough to decide." : $"At least {body.Quorum} must be able to answer.")}";

    /// <summary>"2015-06" as "June 2015".</summary>
    public static string Month(string month) => DateOnly.ParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Of(Rule rule) => rule switch
    {
        Rule.Unanimous => "All must agree.",
        Rule.Majority => "More than half decide.",
        Rule.Any => "The first answer decides.",
        _ => "The most chosen answer decides.",
    };
}
