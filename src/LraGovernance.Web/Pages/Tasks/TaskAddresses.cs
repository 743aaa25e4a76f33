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
    public const string LeftBehind = SettleLeftBehindHandler.TaskKind;
    public const string BringInFigures = TickedOff.BringInFigures;
    public const string ByHand = TickedOff.ByHand;
    public const string Undelivered = TellOfUndelivered.TaskKind;

    /// <summary>Null for one that is done elsewhere and ticked off here.</summary>
    public static string? Of(TaskView task) => Of(task.Kind, task.Id);

    public static string? Of(string kind, Guid task) => kind switch
    {
        Draft => $"/specifications/draft/{task}",
        Review => $"/specifications/review/{task}",
        Endorse or RecordMeeting => $"/meetings/endorse/{task}",
        Answer => $"/decisions/answer/{task}",
        Figures => $"/performance/return/{task}",
        ReviewPerformance => $"/performance/review/{task}",
        AnswerFigures => $"/performance/answer/{task}",
        AssessException => $"/exceptions/assess/{task}",
        ActionPlan => $"/exceptions/plan/{task}",
        ConfirmException => $"/exceptions/confirm/{task}",
        CompleteUpdate or DraftReport => $"/reports/draft/{task}",
        ReviewReport => $"/reports/review/{task}",
        ProposeActivities or DraftPlan => $"/service-plans/draft/{task}",
        ReviewPlan => $"/service-plans/review/{task}",
        CompleteVariation => $"/variations/complete/{task}",
        AssessVariation => $"/variations/assess/{task}",
        AgreeVariation => $"/variations/agree/{task}",
        BusinessCase => $"/changes/write/{task}",
        Finance => $"/changes/finance/{task}",
        ScreenEquality => $"/equality/screen/{task}",
        AssessEquality => $"/equality/assess/{task}",
        SignEquality => $"/equality/sign/{task}",
        FormalDecision => $"/formal-decisions/record/{task}",
        LeftBehind => $"/specification/left-behind/{task}",
        BringInFigures => $"/performance/missing/{task}",
        Undelivered => $"/tasks/undelivered/{task}",
        _ => null,
    };
}
