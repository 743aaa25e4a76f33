using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tests.ServicePlans;

/// <summary>What people fill in, and where.</summary>
internal static class PlanForms
{
    public const string Year = "2016-17";
    public const string Head = "head-of-service@kent.example";
    public const string Commissioner = "commissioner@kent.example";

    /// <summary>The page of the one open task of that kind.</summary>
    public static async Task<string> PlanTaskAsync(this Site site, string kind)
    {
        await using var db = site.Db();
        var task = await db.Tasks.SingleAsync(x => x.Kind == kind && x.State == TaskState.Open);
        return $"/service-plans/{(kind == "review-plan" ? "review" : "draft")}/{task.Id}";
    }

    public static string TaskIdOf(string page) => page[(page.LastIndexOf('/') + 1)..];

    /// <summary>A080 as the form holds it, where the browser of the tests does not read selects by itself.</summary>
    public static Dictionary<string, string> Registers(string clauses, string? reason = null) => new()
    {
        ["Form.Activity.Outcome"] = "SO4.0", ["Form.Activity.Function"] = "Registration", ["Form.Activity.Owner"] = "activity-owner", ["Form.Activity.Clauses"] = clauses,
        ["Form.Reason"] = reason ?? "",
    };

    public static Dictionary<string, string> NewOne(string clauses, string reason) => new(Registers(clauses, reason))
    {
        ["Form.Activity.Title"] = "Keep registers and certificates in order", ["Form.Activity.Justification"] = "The law asks for it.", ["Form.Activity.Evidence"] = "LocalKnowledge",
        ["Form.Activity.Places"] = "Countywide", ["Form.Activity.Due.Day"] = "31", ["Form.Activity.Due.Month"] = "3", ["Form.Activity.Due.Year"] = "2017",
    };

    public static Dictionary<string, string> Review(bool principles, string comment = "") => new()
    {
        ["Form.MeetsAims"] = "true", ["Form.ReflectsPriorities"] = "true", ["Form.ReflectsPrinciples"] = principles ? "true" : "false", ["Form.Comment"] = comment,
    };

    /// <summary>What stands on the page, with a blank between the cells of a table.</summary>
    public static string Words(Shown shown) => System.Text.RegularExpressions.Regex.Replace(
        string.Join(' ', shown.Page.QuerySelectorAll("main h1, main p, main li, main th, main td, main dt, main dd").Select(x => x.TextContent)), @"\s+", " ");

    public static IReadOnlyList<string> Gaps(Shown shown) => [.. shown.Page.QuerySelectorAll("main [data-gaps] li").Select(x => x.TextContent.Trim())];
}
