using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tests;

internal static class OpenTasks
{
    /// <summary>Where the one open task of that kind is done, asked of that role where several are asked.</summary>
    public static async Task<string> TaskPathAsync(this Site site, string kind, string? role = null)
    {
        await using var db = site.Db();
        return $"/tasks/{(await db.Tasks.SingleAsync(x => x.Kind == kind && x.State == TaskState.Open && (role == null || x.Role == role))).Id}";
    }
}
