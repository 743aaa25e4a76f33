using LraGovernance.Pipeline;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LraGovernance.Web.Pages;

[Anyone("everybody may know what is kept")]
internal sealed class PrivacyModel : PageModel;
