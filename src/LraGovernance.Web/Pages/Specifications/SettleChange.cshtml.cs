using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>The author of a draft takes over what has come into force meanwhile, or leaves it out with a reason.</summary>
[KnownPerson]
internal sealed class SettleChangeModel(Commands commands, Visitor visitor, Randomness randomness) : DraftTaskPage(commands, visitor, TaskAddresses.Draft)
{
    [BindProperty]
    public SettleChangeForm Form { get; set; } = new();

    public ChangedPiece Changed { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid taskId, string piece)
    {
        if (await FindAsync(taskId, piece) is { } elsewhere)
        {
            return elsewhere;
        }

        Form = new() { CommandId = randomness.Id("form", ""), InForce = Changed.InForce };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId, string piece)
    {
        if (await FindAsync(taskId, piece) is { } elsewhere)
        {
            return elsewhere;
        }

        switch (await TrySendAsync(new SettleChange(Form.CommandId, Asked.Service, taskId, piece, Form.InForce, Form.Take, Form.Reason)))
        {
            case SettleChangeResult.Settled:
                this.Announce(Form.Take == true ? $"Taken over: {Words(piece)}" : $"Left out: {Words(piece)}");
                return Redirect($"/specifications/draft/{taskId}");
            case SettleChangeResult.ChangedMeanwhile:
                return Redirect($"/specifications/draft/{taskId}"); // which lists what is open now
            case SettleChangeResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }

    internal static string Words(string piece) => piece.Split('/', 2) switch
    {
        ["clause", var key] => $"clause {key}",
        ["indicator", var key] => $"indicator {key}",
        [_, var key] => $"budget {SpecificationWords.Year(key)}",
        _ => piece,
    };

    private async Task<IActionResult?> FindAsync(Guid taskId, string piece)
    {
        if (await OpenDraftAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Draft.ChangedSince?.Open.FirstOrDefault(x => x.Piece == piece) is not { } changed)
        {
            return Redirect($"/specifications/draft/{taskId}"); // it has been answered
        }

        Changed = changed;
        return null;
    }
}

internal sealed class SettleChangeForm : CommandForm
{
    /// <summary>Hash of the piece as this page showed it in force.</summary>
    public string? InForce { get; set; }

    public bool? Take { get; set; }

    public string? Reason { get; set; }
}
