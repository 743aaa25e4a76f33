using LraGovernance.Escalations;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Escalations;

public sealed class ExceptionRulesTests
{
    [Theory]
    [Trait("Requirement", "R-113")]
    [InlineData(false, true, false, Handling.None, null, 0, ExceptionCourse.GoesUp, "nobody has taken it up in time")]
    [InlineData(false, true, false, Handling.Significant, null, 0, ExceptionCourse.GoesUp, "it is significant")]
    [InlineData(false, true, true, Handling.None, null, 0, ExceptionCourse.GoesUp, "its tolerance says so")]
    [InlineData(true, true, true, Handling.None, null, 0, ExceptionCourse.Closed, "it has recovered meanwhile")]
    [InlineData(false, true, false, Handling.Managed, null, 0, ExceptionCourse.Watch, "it is managed")]
    [InlineData(false, true, false, Handling.Planned, null, 2, ExceptionCourse.Watch, "the plan is watched")]
    [InlineData(false, true, false, Handling.Planned, null, 3, ExceptionCourse.GoesUp, "the plan has not cured it")]
    [InlineData(false, false, false, Handling.Planned, null, 3, ExceptionCourse.Confirm, "no figure tells")]
    [InlineData(true, true, false, Handling.Planned, null, 1, ExceptionCourse.Closed, "recovered")]
    [InlineData(false, true, true, Handling.None, ExceptionRules.AcceptPlan, 0, ExceptionCourse.Watch, "the Board accepts the plan")]
    [InlineData(false, true, false, Handling.Planned, ExceptionRules.RequireAction, 3, ExceptionCourse.GoesUp, "what the Board required has not cured it")]
    [InlineData(false, true, false, Handling.None, ExceptionRules.VarySpecification, 0, ExceptionCourse.Closed, "a variation takes it on")]
    [InlineData(false, true, false, Handling.None, ExceptionRules.ReviewFunding, 0, ExceptionCourse.Closed, "the funding is reviewed")]
    public void Where_it_goes_next(bool isOver, bool tells, bool straight, Handling handling, string? decision, int evaluations, ExceptionCourse course, string why) =>
        ExceptionRules.Next(new(isOver, tells, straight, handling, handling != Handling.None, decision, evaluations), watchPeriods: 3).ShouldBe(course, why);

    [Fact]
    [Trait("Requirement", "R-113")]
    public void A_plan_that_is_only_meant_to_come_is_none() =>
        ExceptionRules.Next(new(false, false, false, Handling.Planned, false, null, 0), watchPeriods: 3).ShouldBe(ExceptionCourse.GoesUp);

    [Fact]
    public void However_it_stands_it_is_never_forgotten()
    {
        foreach (var handling in Enum.GetValues<Handling>())
        {
            foreach (var decision in (string?[])[null, ExceptionRules.AcceptPlan, ExceptionRules.RequireAction])
            {
                ExceptionRules.Next(new(false, true, false, handling, handling != Handling.None, decision, 99), 3).ShouldBe(ExceptionCourse.GoesUp, $"{handling} {decision}: watched long enough");
            }
        }
    }
}
