using LraGovernance.Changes;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.Changes;

/// <summary>A page on which something is done with the change that the task is about.</summary>
internal abstract class ChangeTaskPage(Commands commands, Visitor visitor, string kind)
    : CaseTaskPage<ChangeView>(commands, visitor, kind, x => new ReadChange(x.Service, x.InstanceKey));
