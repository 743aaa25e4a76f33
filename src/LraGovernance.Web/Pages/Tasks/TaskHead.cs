using LraGovernance.Tasks;

namespace LraGovernance.Web.Pages.Tasks;

/// <summary>The head of a page on which a task is done.</summary>
internal sealed record TaskHead(TaskView Task, string? Caption);
