using LraGovernance.Escalations;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.Escalations;

/// <summary>A page on which something is done with the exception that the task is about.</summary>
internal abstract class ExceptionTaskPage(Commands commands, Visitor visitor, string kind)
    : CaseTaskPage<ExceptionView>(commands, visitor, kind, x => new ReadException(x.Service, x.InstanceKey));
