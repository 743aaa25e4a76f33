using LraGovernance.Running;

namespace LraGovernance.Web.Pages.Running;

/// <summary>How a process's state reads, and the colour that helps.</summary>
internal static class StatusWords
{
    public static (string Text, string Colour) Of(InstanceStatus status) => status switch
    {
        InstanceStatus.Waiting => ("Running", "blue"),
        InstanceStatus.Held => ("Held by an incident", "red"),
        InstanceStatus.Finished => ("Finished", "green"),
        _ => ("Cancelled", "grey"),
    };
}
