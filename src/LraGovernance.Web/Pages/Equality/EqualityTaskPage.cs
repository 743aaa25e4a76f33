using LraGovernance.Equality;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.Equality;

/// <summary>A page on which something is done with the assessment that the task is about.</summary>
internal abstract class EqualityTaskPage(Commands commands, Visitor visitor, string kind)
    : CaseTaskPage<EqualityAssessment>(commands, visitor, kind, x => new ReadEquality(x.Service, x.InstanceKey))
{
    /// <summary>The page of the case that it is about.</summary>
    public static string CasePath(string number) => number.StartsWith("CH-", StringComparison.Ordinal) ? $"/changes/{number}" : $"/variations/{number}";
}
