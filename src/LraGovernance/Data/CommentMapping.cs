using LraGovernance.Comments;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Data;

internal static class CommentMapping
{
    internal static void Register(ModelBuilder model) => model.Entity<PublicComment>().HasIndex(x => new { x.Service, x.At });
}
