using LraGovernance.Pipeline;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LraGovernance.Web.Pages;

[Anyone("a statement for everybody")]
internal sealed class AccessibilityModel : PageModel;
