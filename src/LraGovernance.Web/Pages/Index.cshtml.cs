using LraGovernance.Pipeline;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages;

[Anyone("the way in")]
internal sealed class IndexModel(Commands commands, Visitor visitor) : GovernancePage(commands, visitor);
