using LraGovernance.Pipeline;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.People;

[Anyone("nobody is signed in yet")]
internal sealed class SignInSentModel(Commands commands, Visitor visitor) : GovernancePage(commands, visitor);
