using LraGovernance.Performance;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Performance;

/// <summary>A reporter enters the figures of a round, or brings them in a file; nothing is stored before all of them are right.</summary>
[KnownPerson]
[LargestFile(MostBytes)]
[RequestSizeLimit(MostBytes)]
internal sealed class ReturnModel(Commands commands, Visitor visitor, Randomness randomness) : TaskPage(commands, visitor, TaskAddresses.Figures)
{
    /// <summary>How many mistakes of a file the page names; the rest come to light when these are corrected.</summary>
    public const int MostSlipsShown = 50;

    private const int MostBytes = 1_000_000;

    [BindProperty]
    public ReturnForm Form { get; set; } = new();

    public IReadOnlyList<FigureToReport> Figures { get; private set; } = [];

    /// <summary>Figures outside their plausible range, which the reporter is asked about.</summary>
    public IReadOnlyList<string> Questioned { get; private set; } = [];

    /// <summary>What is wrong in the file that was brought.</summary>
    public IReadOnlyList<FigureSlip> Slips { get; private set; } = [];

    public bool FromFile { get; private set; }

    /// <param name="taskId">The task.</param>
    /// <param name="tooLarge">A file was sent that is larger than it may be; the form is led back to.</param>
    public async Task<IActionResult> OnGetAsync(Guid taskId, bool tooLarge)
    {
        Form.CommandId = randomness.Id("form", "");
        if (tooLarge)
        {
            ModelState.AddModelError("file", "The file must be smaller than 1 megabyte. Nothing of it has been stored");
        }

        return await OpenReturnAsync(taskId) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenReturnAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        var figures = Figures.Zip(Form.Figures, (figure, entry) => new ReturnedFigure(figure.Indicator.Ref, entry.Value, entry.Comment, entry.IsSure)).ToList();
        switch (await TrySendAsync(new SubmitReturn(Form.CommandId, Asked.Service, taskId, figures)))
        {
            case SubmitReturnResult.Submitted submitted:
                this.Announce($"Reported: {submitted.Figures} figures");
                return Redirect("/waiting");
            case SubmitReturnResult.Questioned questioned:
                Questioned = questioned.References;
                Form.CommandId = randomness.Id("form", "");
                return Page();
            case SubmitReturnResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }

    /// <summary>Shows what a file would bring, in the same form: every bad row, or every figure to be checked.</summary>
    public async Task<IActionResult> OnPostFileAsync(Guid taskId, IFormFile? file)
    {
        if (await OpenReturnAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        Form.CommandId = Form.CommandId == Guid.Empty ? randomness.Id("form", "") : Form.CommandId;
        if (file is null or { Length: 0 })
        {
            ModelState.AddModelError("file", "Select a CSV file");
            return Page();
        }

        await using var stream = file.OpenReadStream();
        switch (FigureFile.Read(stream, Figures.ToDictionary(x => x.Indicator.Ref, x => x.Indicator)))
        {
            case FigureReading.Refused refused:
                Refuse(refused.Slips);
                return Page();
            case FigureReading.Sound sound:
                Take(sound.Rows);
                return Page();
            default:
                throw new InvalidOperationException();
        }
    }

    public async Task<IActionResult> OnGetTemplateAsync(Guid taskId) => await OpenReturnAsync(taskId)
        ?? File(System.Text.Encoding.UTF8.GetBytes("ref,period,value\r\n" + string.Concat(Figures.Select(x => $"{x.Indicator.Ref},{x.Period},\r\n"))), "text/csv", $"figures-{Asked.InstanceKey}.csv");

    private void Take(IReadOnlyList<FigureRow> rows)
    {
        var other = rows.Where(x => !Figures.Any(f => f.Indicator.Ref == x.Reference && f.Period == x.Period))
            .Select(x => new FigureSlip(x.Line, "period", $"{x.Reference} is not asked for {x.Period} here")).ToList();
        if (other.Count > 0)
        {
            Refuse(other);
            return;
        }

        ModelState.Clear();
        FromFile = true;
        Form.Figures = [.. Figures.Select((x, i) => new ReturnEntry
        {
            Value = rows.FirstOrDefault(row => row.Reference == x.Indicator.Ref)?.Given ?? Form.Figures[i].Value, Comment = Form.Figures[i].Comment,
        })];
    }

    private void Refuse(IReadOnlyList<FigureSlip> slips)
    {
        Slips = slips;
        ModelState.AddModelError("file", slips.Count == 1 ? PerformanceWords.Of(slips[0]) : $"The file has {slips.Count} mistakes. Nothing has been stored: correct them and choose the file again");
    }

    private async Task<IActionResult?> OpenReturnAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadReturn(taskId)) is not { } figures)
        {
            return NotFound();
        }

        Figures = figures;
        while (Form.Figures.Count < figures.Count)
        {
            Form.Figures.Add(new());
        }

        return null;
    }
}

internal sealed class ReturnForm : CommandForm
{
    public List<ReturnEntry> Figures { get; set; } = [];
}

internal sealed class ReturnEntry
{
    public string? Value { get; set; }

    public string? Comment { get; set; }

    public bool IsSure { get; set; }
}
