using LraGovernance.Decisions;
using LraGovernance.Escalations;
using LraGovernance.Meetings;
using LraGovernance.Performance;
using LraGovernance.Reports;
using LraGovernance.ServicePlans;
using LraGovernance.Specifications;
using LraGovernance.Tasks;
using LraGovernance.Variations;
using LraGovernance.Changes;
using LraGovernance.Equality;
using LraGovernance.FormalDecisions;

namespace LraGovernance.Web.Pages.Tasks;

/// <summary>Where each kind of task is done.</summary>
internal static class TaskAddresses
{
    public const string Draft = SubmitDraftHandler.TaskKind;
    public const string Review = SubmitReviewHandler.TaskKind;
    public const string Endorse = RecordEndorsementHandler.TaskKind;
    public const string RecordMeeting = RecordEndorsementHandler.OtherPaperKind;
    public const string Answer = AskQuestionHandler.TaskKind;
    public const string Figures = SubmitReturnHandler.TaskKind;
    public const string ReviewPerformance = ReviewPerformanceHandler.TaskKind;
    public const string AnswerFigures = AnswerFiguresHandler.TaskKind;
    public const string AssessException = AssessExceptionHandler.TaskKind;
    public const string ActionPlan = AgreeActionPlanHandler.TaskKind;
    public const string ConfirmException = ConfirmExceptionHandler.TaskKind;
    public const string CompleteUpdate = DraftReportHandler.UpdateKind;
    public const string DraftReport = DraftReportHandler.ReportKind;
    public const string ReviewReport = ReviewReportHandler.TaskKind;
    public const string ProposeActivities = ProposeActivitiesHandler.TaskKind;
    public const string DraftPlan = SubmitPlanHandler.TaskKind;
    public const string ReviewPlan = ReviewPlanHandler.TaskKind;
    public const string CompleteVariation = CompleteVariationHandler.TaskKind;
    public const string AssessVariation = AssessVariationHandler.TaskKind;
    public const string AgreeVariation = AgreeVariationHandler.TaskKind;
    public const string BusinessCase = WriteBusinessCaseHandler.TaskKind;
    public const string Finance = AssessFinanceHandler.TaskKind;
    public const string ScreenEquality = ScreenEqualityHandler.TaskKind;
    public const string AssessEquality = AssessEqualityHandler.TaskKind;
    public const string SignEquality = SignEqualityHandler.TaskKind;
    public const string FormalDecision = RecordFormalDecisionHandler.TaskKind;
    public const string ByHand = CompleteTaskHandler.Kind;

    /// <summary>Null for one that is done elsewhere and ticked off here.</summary>
    public static string? Of(TaskView task) => task.Kind switch
    {
        Draft => $"/specifications/draft/{task.Id}",
        Review => $"/specifications/review/{task.Id}",
        Endorse or RecordMeeting => $"/meetings/endorse/{task.Id}",
        Answer => $"/decisions/answer/{task.Id}",
        Figures => $"/performance/return/{task.Id}",
        ReviewPerformance => $"/performance/review/{task.Id}",
        AnswerFigures => $"/performance/answer/{task.Id}",
        AssessException => $"/exceptions/assess/{task.Id}",
        ActionPlan => $"/exceptions/plan/{task.Id}",
        ConfirmException => $"/exceptions/confirm/{task.Id}",
        CompleteUpdate or DraftReport => $"/reports/draft/{task.Id}",
        ReviewReport => $"/reports/review/{task.Id}",
        ProposeActivities or DraftPlan => $"/service-plans/draft/{task.Id}",
        ReviewPlan => $"/service-plans/review/{task.Id}",
        CompleteVariation => $"/variations/complete/{task.Id}",
        AssessVariation => $"/variations/assess/{task.Id}",
        AgreeVariation => $"/variations/agree/{task.Id}",
        BusinessCase => $"/changes/write/{task.Id}",
        Finance => $"/changes/finance/{task.Id}",
        ScreenEquality => $"/equality/screen/{task.Id}",
        AssessEquality => $"/equality/assess/{task.Id}",
        SignEquality => $"/equality/sign/{task.Id}",
        FormalDecision => $"/formal-decisions/record/{task.Id}",
        _ => null,
    };
}
