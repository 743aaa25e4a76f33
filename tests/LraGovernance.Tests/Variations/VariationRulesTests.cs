using LraGovernance.Specifications;
using LraGovernance.Variations;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Variations;

/// <summary>The rules of 004 6.3 by themselves.</summary>
public sealed class VariationRulesTests
{
    private static readonly IReadOnlyList<BudgetYear> Budget = [new("2016-17", 11_544, 5_009, 16_553, -5_931, 10_622, "approved")];

    [Theory]
    [InlineData(11_544, 5_009, -5_931, 0, 0)]
    [InlineData(11_545, 5_009, -5_931, 0, 1_000)]
    [InlineData(11_544, 5_009, -5_931, -250.5, 250.5)]
    [InlineData(11_545, 5_008, -5_931, 0, 2_000)]
    [Trait("Requirement", "R-119")]
    public void The_budget_effect_counts_every_movement_and_savings_too(decimal staffing, decimal nonStaffing, decimal income, decimal stated, decimal pounds) =>
        VariationRules.BudgetEffect(Budget, new([], [], [new("2016-17", "", staffing, nonStaffing, income)], stated)).ShouldBe(pounds);

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(0.01, 0, true)]
    [InlineData(500, 500, false)]
    [InlineData(500.01, 500, true)]
    [Trait("Requirement", "R-119")]
    public void Any_amount_counts_unless_a_threshold_is_set(decimal effect, decimal threshold, bool affects) => VariationRules.AffectsBudget(effect, threshold).ShouldBe(affects);

    [Fact]
    public void A_year_that_the_budget_does_not_have_is_refused() =>
        Should.Throw<ArgumentException>(() => VariationRules.BudgetEffect(Budget, new([], [], [new("2030-31", "", 1, 1, 1)], 0)));

    [Theory]
    [InlineData(5, 2, null)]
    [InlineData(6, 0, "6 minor variations have been applied this year")]
    [InlineData(3, 3, "3 minor variations have been applied to the section 'access'")]
    public void Past_a_limit_the_next_moves_up(int inYear, int inSection, string? because)
    {
        var past = VariationRules.PastDrift(new(inYear, new Dictionary<string, int> { ["access"] = inSection, ["archives"] = 0 }), new(6, 3));
        if (because is null)
        {
            past.ShouldBeNull();
        }
        else
        {
            past.ShouldNotBeNull().ShouldStartWith(because);
        }
    }

    [Theory]
    [InlineData(false, false, false, false, false, null)]
    [InlineData(true, false, false, false, false, "It fundamentally alters an overarching objective")]
    [InlineData(false, true, false, false, false, "It contravenes a policy or procedure of the council")]
    [InlineData(false, false, true, false, false, "It affects the agreed budget")]
    [InlineData(false, false, false, true, false, "It is a substantive change")]
    [InlineData(false, false, false, false, true, "It is a fundamental change")]
    [Trait("Requirement", "R-117")]
    [Trait("Requirement", "R-118")]
    [Trait("Requirement", "R-120")]
    public void One_yes_of_either_side_is_enough(bool objective, bool policy, bool budget, bool substantive, bool fundamental, string? because)
    {
        IReadOnlyList<VariationAssessment> both = [Says(Side.Council, false, false, false, false, false), Says(Side.Service, objective, policy, budget, substantive, fundamental)];
        VariationRules.NotMinor(both, figuresAffectBudget: false).ShouldBe(because);
    }

    [Fact]
    [Trait("Requirement", "R-119")]
    public void The_figures_overrule_two_answers_of_no() =>
        VariationRules.NotMinor([Says(Side.Council, false, false, false, false, false)], figuresAffectBudget: true).ShouldBe("It affects the agreed budget");

    [Fact]
    [Trait("Requirement", "R-115")]
    public void The_class_follows_from_the_answers()
    {
        VariationRules.Classify([Says(Side.Council, false, false, false, false, false)], isMinor: true).ShouldBe(ChangeClass.Minor);
        VariationRules.Classify([Says(Side.Council, false, false, true, false, false)], isMinor: false).ShouldBe(ChangeClass.Substantive);
        VariationRules.Classify([Says(Side.Council, true, false, false, false, false)], isMinor: false).ShouldBe(ChangeClass.Fundamental);
        VariationRules.Classify([Says(Side.Council, false, false, false, false, true)], isMinor: false).ShouldBe(ChangeClass.Fundamental);
    }

    private static VariationAssessment Says(Side side, bool objective, bool policy, bool budget, bool substantive, bool fundamental) => new()
    {
        Service = "lra", Number = "VA-2016-17-001", Side = side, ObjectiveReason = "r", PolicyReason = "r", BudgetReason = "r", Objectives = "",
        AltersObjective = objective, ContravenesPolicy = policy, AffectsBudget = budget, Substantive = substantive, Fundamental = fundamental,
    };
}
