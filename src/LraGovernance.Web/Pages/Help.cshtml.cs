using LraGovernance.Pipeline;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LraGovernance.Web.Pages;

[Anyone("help is for whoever cannot get in")]
internal sealed class HelpModel : PageModel;
