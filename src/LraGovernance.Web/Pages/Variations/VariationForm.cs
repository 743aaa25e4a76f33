using System.ComponentModel.DataAnnotations;
using LraGovernance.Specifications;
using LraGovernance.Variations;
using LraGovernance.Web.Pages.Tasks;

namespace LraGovernance.Web.Pages.Variations;

/// <summary>Which pieces of the version in force somebody wants to change: clause numbers, indicators, years of the budget.</summary>
internal sealed class PieceChoice
{
    public List<string> Clause { get; set; } = [];

    public List<string> Indicator { get; set; } = [];

    public List<string> Year { get; set; } = [];

    public bool IsNone => Clause.Count == 0 && Indicator.Count == 0 && Year.Count == 0;
}

/// <summary>A variation as it is written; its shape is the command's, so that a slip finds its field.</summary>
internal sealed class VariationForm : CommandForm
{
    public ContentForm Content { get; set; } = new();

    /// <summary>Every chosen piece as the document has it.</summary>
    public void Begin(SpecificationDocument document, PieceChoice chosen) => Content.Proposal = new()
    {
        Clauses = [.. document.Clauses.Where(x => chosen.Clause.Contains(x.Id)).Select(x => new ClauseForm { Clause = x.Id, BasedOn = SpecificationDocument.HashOfPiece(x), Heading = x.Heading, Text = x.Text })],
        Indicators = [.. document.Indicators.Where(x => chosen.Indicator.Contains(x.Ref)).Select(x => new IndicatorForm { Ref = x.Ref, BasedOn = SpecificationDocument.HashOfPiece(x), Floor = x.Floor, Target = x.Target })],
        Budget =
        [
            .. document.Budget.Where(x => chosen.Year.Contains(x.FinancialYear)).Select(x => new BudgetForm
            {
                FinancialYear = x.FinancialYear, BasedOn = SpecificationDocument.HashOfPiece(x), Staffing = x.Staffing, NonStaffing = x.NonStaffing, Income = x.Income,
            }),
        ],
    };

    /// <summary>What was written stays; what it starts from is the document as it is now.</summary>
    public void StartFrom(SpecificationDocument document)
    {
        Content.Proposal.Clauses.ForEach(x => x.BasedOn = document.Clauses.Where(c => c.Id == x.Clause).Select(SpecificationDocument.HashOfPiece).SingleOrDefault());
        Content.Proposal.Indicators.ForEach(x => x.BasedOn = document.Indicators.Where(c => c.Ref == x.Ref).Select(SpecificationDocument.HashOfPiece).SingleOrDefault());
        Content.Proposal.Budget.ForEach(x => x.BasedOn = document.Budget.Where(c => c.FinancialYear == x.FinancialYear).Select(SpecificationDocument.HashOfPiece).SingleOrDefault());
    }

    /// <summary>Lines of the budget that were left empty: nothing is not nought.</summary>
    public void RequireBudget(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state)
    {
        for (var i = 0; i < Content.Proposal.Budget.Count; i++)
        {
            var (year, field) = (Content.Proposal.Budget[i], $"Form.Content.Proposal.Budget[{i}]");
            foreach (var (name, words, value) in (ReadOnlySpan<(string, string, decimal?)>)
                [(nameof(year.Staffing), "staffing", year.Staffing), (nameof(year.NonStaffing), "non-staffing", year.NonStaffing), (nameof(year.Income), "income", year.Income)])
            {
                if (value is null && state[$"{field}.{name}"] is not { Errors.Count: > 0 })
                {
                    state.AddModelError($"{field}.{name}", $"Enter {words} for {SpecificationWords.Year(year.FinancialYear ?? "")}, or 0");
                }
            }
        }
    }

    public VariationContent ToContent() => new(Content.Title ?? "", Content.Why ?? "", Content.Impact ?? "", new(
        [.. Content.Proposal.Clauses.Select(x => new ClauseEdit(x.Clause ?? "", x.BasedOn ?? "", x.Heading ?? "", x.Text?.ReplaceLineEndings("\n") ?? ""))],
        [.. Content.Proposal.Indicators.Select(x => new IndicatorEdit(x.Ref ?? "", x.BasedOn ?? "", x.Floor, x.Target))],
        [.. Content.Proposal.Budget.Select(x => new BudgetEdit(x.FinancialYear ?? "", x.BasedOn ?? "", x.Staffing ?? 0, x.NonStaffing ?? 0, x.Income ?? 0))],
        Content.Proposal.StatedEffect ?? 0));
}

internal sealed class ContentForm
{
    public string? Title { get; set; }

    public string? Why { get; set; }

    public string? Impact { get; set; }

    public ProposalForm Proposal { get; set; } = new();
}

internal sealed class ProposalForm
{
    public List<ClauseForm> Clauses { get; set; } = [];

    public List<IndicatorForm> Indicators { get; set; } = [];

    public List<BudgetForm> Budget { get; set; } = [];

    [Display(Name = "The effect on the budget")]
    public decimal? StatedEffect { get; set; }
}

internal sealed class ClauseForm
{
    public string? Clause { get; set; }

    public string? BasedOn { get; set; }

    public string? Heading { get; set; }

    public string? Text { get; set; }
}

internal sealed class IndicatorForm
{
    public string? Ref { get; set; }

    public string? BasedOn { get; set; }

    public decimal? Floor { get; set; }

    public decimal? Target { get; set; }
}

internal sealed class BudgetForm
{
    public string? FinancialYear { get; set; }

    public string? BasedOn { get; set; }

    public decimal? Staffing { get; set; }

    [Display(Name = "Non-staffing")]
    public decimal? NonStaffing { get; set; }

    public decimal? Income { get; set; }
}
