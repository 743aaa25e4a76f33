using LraGovernance.Variations;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.Variations;

/// <summary>A page on which something is done with the variation that the task is about.</summary>
internal abstract class VariationTaskPage(Commands commands, Visitor visitor, string kind)
    : CaseTaskPage<VariationView>(commands, visitor, kind, x => new ReadVariation(x.Service, x.InstanceKey));
