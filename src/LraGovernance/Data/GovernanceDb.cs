using LraGovernance.Audit;
using LraGovernance.Bodies;
using LraGovernance.Calendar;
using LraGovernance.Comments;
using LraGovernance.Decisions;
using LraGovernance.Escalations;
using LraGovernance.Meetings;
using LraGovernance.Notifications;
using LraGovernance.Packs;
using LraGovernance.People;
using LraGovernance.Performance;
using LraGovernance.Pipeline;
using LraGovernance.Register;
using LraGovernance.Reports;
using LraGovernance.Running;
using LraGovernance.ServicePlans;
using LraGovernance.Specifications;
using LraGovernance.Tasks;
using LraGovernance.Thread;
using LraGovernance.Variations;
using LraGovernance.Changes;
using LraGovernance.Equality;
using LraGovernance.FormalDecisions;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Data;

/// <summary>Every row of the product, in one database and one transaction.</summary>
public sealed class GovernanceDb(DbContextOptions<GovernanceDb> options) : DbContext(options)
{
    public DbSet<RecordHead> RecordHeads => Set<RecordHead>();
    public DbSet<RecordEntry> RecordEntries => Set<RecordEntry>();
    public DbSet<RecordPersonalText> RecordPersonalTexts => Set<RecordPersonalText>();
    public DbSet<PersonSalt> PersonSalts => Set<PersonSalt>();
    public DbSet<HandledCommand> HandledCommands => Set<HandledCommand>();
    public DbSet<CommissionedService> Services => Set<CommissionedService>();
    public DbSet<ServiceSetting> Settings => Set<ServiceSetting>();

    public DbSet<PinnedDefinition> PinnedDefinitions => Set<PinnedDefinition>();
    public DbSet<WorkflowInstance> Instances => Set<WorkflowInstance>();
    public DbSet<WaitingBookmark> Bookmarks => Set<WaitingBookmark>();
    public DbSet<JournalRow> Journal => Set<JournalRow>();
    public DbSet<HeldStimulus> HeldStimuli => Set<HeldStimulus>();
    public DbSet<IncidentRow> Incidents => Set<IncidentRow>();
    public DbSet<AgendaItem> Agenda => Set<AgendaItem>();
    public DbSet<CaseNumber> CaseNumbers => Set<CaseNumber>();

    public DbSet<Person> People => Set<Person>();
    public DbSet<Role> Roles => Set<Role>();
    public DbSet<RoleHolding> RoleHoldings => Set<RoleHolding>();
    public DbSet<Deputy> Deputies => Set<Deputy>();
    public DbSet<Body> Bodies => Set<Body>();
    public DbSet<Seat> Seats => Set<Seat>();
    public DbSet<NamedDate> NamedDates => Set<NamedDate>();
    public DbSet<PreElectionPeriod> PreElectionPeriods => Set<PreElectionPeriod>();
    public DbSet<NonWorkingDay> NonWorkingDays => Set<NonWorkingDay>();

    public DbSet<WorkTask> Tasks => Set<WorkTask>();
    public DbSet<TaskAssignee> TaskAssignees => Set<TaskAssignee>();
    public DbSet<DecisionRequest> DecisionRequests => Set<DecisionRequest>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Answer> Answers => Set<Answer>();
    public DbSet<Interest> Interests => Set<Interest>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();
    public DbSet<LinkToken> LinkTokens => Set<LinkToken>();

    public DbSet<Specification> Specifications => Set<Specification>();
    public DbSet<DraftClause> DraftClauses => Set<DraftClause>();
    public DbSet<SpecificationRevision> SpecificationRevisions => Set<SpecificationRevision>();
    public DbSet<ReviewComment> ReviewComments => Set<ReviewComment>();
    public DbSet<DraftChoice> DraftChoices => Set<DraftChoice>();
    public DbSet<EvidenceItem> Evidence => Set<EvidenceItem>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<Minute> Minutes => Set<Minute>();
    public DbSet<CasePaper> CasePapers => Set<CasePaper>();
    public DbSet<ThreadLink> ThreadLinks => Set<ThreadLink>();

    public DbSet<ServicePlan> ServicePlans => Set<ServicePlan>();
    public DbSet<PlanRevision> PlanRevisions => Set<PlanRevision>();
    public DbSet<PlanActivity> PlanActivities => Set<PlanActivity>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<ReportSentence> ReportSentences => Set<ReportSentence>();
    public DbSet<Publication> Publications => Set<Publication>();
    public DbSet<PublicComment> PublicComments => Set<PublicComment>();

    public DbSet<IndicatorFigure> IndicatorFigures => Set<IndicatorFigure>();
    public DbSet<KpiRound> KpiRounds => Set<KpiRound>();
    public DbSet<AskedFigure> AskedFigures => Set<AskedFigure>();
    public DbSet<OutOfToleranceRun> OutOfToleranceRuns => Set<OutOfToleranceRun>();
    public DbSet<ChangeCase> Changes => Set<ChangeCase>();
    public DbSet<EqualityAssessment> EqualityAssessments => Set<EqualityAssessment>();
    public DbSet<FormalDecision> FormalDecisions => Set<FormalDecision>();
    public DbSet<Variation> Variations => Set<Variation>();
    public DbSet<VariationAssessment> VariationAssessments => Set<VariationAssessment>();
    public DbSet<VariationAgreement> VariationAgreements => Set<VariationAgreement>();
    public DbSet<VariationSection> VariationSections => Set<VariationSection>();
    public DbSet<ExceptionCase> Exceptions => Set<ExceptionCase>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RowVersions.Bump(ChangeTracker.Entries());
        ChangeTracker.AutoDetectChangesEnabled = false; // they have just been detected, once is enough
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Configure(configurationBuilder, Database.IsSqlite());

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Mapping.Record(modelBuilder);
        Mapping.Running(modelBuilder);
        Mapping.PeopleAndCalendar(modelBuilder);
        Mapping.Asking(modelBuilder);
        Mapping.Documents(modelBuilder);
        PerformanceMapping.Performance(modelBuilder);
        VariationMapping.Variations(modelBuilder);
        ChangeMapping.Changes(modelBuilder);
        EscalationMapping.Escalations(modelBuilder);
        RegisterMapping.Register(modelBuilder);
        CommentMapping.Register(modelBuilder);
        ReportMapping.Reports(modelBuilder);
        ServicePlanMapping.ServicePlans(modelBuilder);
        Conventions.NameInSnakeCase(modelBuilder);
    }
}
