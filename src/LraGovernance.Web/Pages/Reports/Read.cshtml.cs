using System.Globalization;
using System.Text;
using LraGovernance.Pipeline;
using LraGovernance.Reports;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Reports;

/// <summary>A published report .</summary>
[Anyone("the annual report is public (004 3.7)")]
internal sealed class ReadModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public ReportView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string financialYear, string? kind) => await FindAsync(financialYear, kind) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(string financialYear, string? kind)
    {
        if (!await FindAsync(financialYear, kind))
        {
            return NotFound();
        }

        var csv = new StringBuilder("ref,name,period,value,status\n");
        foreach (var figure in View.Facts.Figures)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{figure.Reference},\"{figure.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{figure.Period},{figure.Value},{figure.Rating}\n");
        }

        return File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv", $"report-{financialYear}.csv");
    }

    private async Task<bool> FindAsync(string financialYear, string? kind)
    {
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadReport(service.Key, financialYear, kind)) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
