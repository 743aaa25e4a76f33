using LraGovernance.Audit;
using LraGovernance.Bodies;
using LraGovernance.Calendar;
using LraGovernance.Decisions;
using LraGovernance.Meetings;
using LraGovernance.Notifications;
using LraGovernance.Packs;
using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Specifications;
using LraGovernance.Tasks;
using LraGovernance.Thread;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Data;

/// <summary>Keys and indexes; every query that the product makes has its index here.</summary>
internal static class Mapping
{
    internal static void Record(ModelBuilder model)
    {
        model.Entity<RecordHead>().HasKey(x => x.Service);
        model.Entity<RecordEntry>(x =>
        {
            x.HasKey(e => new { e.Service, e.Sequence });
            x.HasIndex(e => new { e.Service, e.Subject, e.Sequence });
            x.HasIndex(e => new { e.Service, e.Event, e.Sequence });
        });
        model.Entity<RecordPersonalText>(x =>
        {
            x.HasKey(e => new { e.Service, e.Sequence, e.Name });
            x.HasIndex(e => e.PersonId);
        });
        model.Entity<PersonSalt>().HasKey(x => x.PersonId);
        model.Entity<HandledCommand>(x =>
        {
            x.HasKey(c => c.CommandId);
            x.Property(c => c.CommandId).ValueGeneratedNever();
        });
        model.Entity<CommissionedService>().ToTable("services").HasKey(x => x.Key);
        model.Entity<ServiceSetting>().ToTable("settings").HasKey(x => new { x.Service, x.Key });
    }

    internal static void Running(ModelBuilder model)
    {
        model.Entity<PinnedDefinition>().HasKey(x => new { x.DefinitionId, x.Version });
        model.Entity<WorkflowInstance>(x =>
        {
            x.HasIndex(i => new { i.DefinitionId, i.Service, i.Key }).IsUnique();
            x.HasIndex(i => new { i.ParentId, i.ParentBookmarkId });
            x.HasIndex(i => new { i.Service, i.FinancialYear });
            x.Property(i => i.RowVersion).IsConcurrencyToken();
        });
        model.Entity<WaitingBookmark>(x =>
        {
            x.HasKey(b => new { b.InstanceId, b.BookmarkId });
            x.HasIndex(b => b.EventName).HasFilter("event_name IS NOT NULL");
        });
        model.Entity<JournalRow>().HasKey(x => new { x.InstanceId, x.Sequence });
        model.Entity<HeldStimulus>().HasKey(x => new { x.InstanceId, x.Ordinal });
        model.Entity<IncidentRow>().ToTable("incidents").HasIndex(x => new { x.InstanceId, x.At });
        model.Entity<IncidentRow>().HasIndex(x => x.At).HasFilter("retried_at IS NULL").HasDatabaseName("ix_incidents_open");
        model.Entity<CaseNumber>().HasKey(x => new { x.Service, x.Kind, x.FinancialYear });
        model.Entity<AgendaItem>(x =>
        {
            x.ToTable("agenda").HasKey(i => new { i.Kind, i.Key });
            x.HasIndex(i => new { i.DueAt, i.Kind, i.Key });
        });
    }

    internal static void PeopleAndCalendar(ModelBuilder model)
    {
        model.Entity<Person>().HasIndex(x => x.Email).IsUnique();
        model.Entity<Role>().HasKey(x => new { x.Service, x.Key });
        model.Entity<RoleHolding>(x =>
        {
            x.HasIndex(h => new { h.Service, h.RoleKey });
            x.HasIndex(h => h.PersonId);
        });
        model.Entity<Deputy>().HasIndex(x => new { x.Service, x.BodyKey, x.ForPersonId });
        model.Entity<Body>(x =>
        {
            x.HasKey(b => new { b.Service, b.Key });
            x.HasMany(b => b.Seats).WithOne().HasForeignKey(s => new { s.Service, s.BodyKey });
        });
        model.Entity<Seat>().HasKey(x => new { x.Service, x.BodyKey, x.Key });
        model.Entity<NamedDate>().HasKey(x => new { x.Service, x.FinancialYear, x.Key });
        model.Entity<NonWorkingDay>().HasKey(x => new { x.Service, x.Date });
    }

    internal static void Asking(ModelBuilder model)
    {
        model.Entity<WorkTask>(x =>
        {
            x.ToTable("tasks").HasMany(t => t.Assignees).WithOne().HasForeignKey(a => a.TaskId);
            x.HasIndex(t => new { t.InstanceId, t.BookmarkId });
            x.Property(t => t.RowVersion).IsConcurrencyToken();
        });
        model.Entity<TaskAssignee>(x =>
        {
            x.HasKey(a => new { a.TaskId, a.PersonId });
            x.HasIndex(a => a.PersonId).HasFilter("done_at IS NULL").HasDatabaseName("ix_task_assignees_waiting");
        });
        model.Entity<DecisionRequest>(x =>
        {
            x.HasIndex(r => new { r.InstanceId, r.BookmarkId }).IsUnique();
            x.HasIndex(r => new { r.Service, r.PaperKind, r.PaperKey });
            x.HasMany(r => r.Invitations).WithOne().HasForeignKey(i => i.RequestId);
            x.Property(r => r.RowVersion).IsConcurrencyToken();
        });
        model.Entity<Invitation>(x =>
        {
            x.HasIndex(i => new { i.RequestId, i.SeatKey }).IsUnique().HasFilter("passed_on_at IS NULL").HasDatabaseName("ix_invitations_standing");
            x.HasIndex(i => i.PersonId);
        });
        model.Entity<Answer>(x =>
        {
            x.HasIndex(a => a.RequestId);
            x.HasIndex(a => a.InvitationId).IsUnique().HasFilter("superseded_at IS NULL").HasDatabaseName("ix_answers_standing");
        });
        model.Entity<Interest>().HasIndex(x => x.InvitationId).IsUnique();
        model.Entity<Question>(x =>
        {
            x.HasIndex(q => q.RequestId);
            x.HasIndex(q => q.TaskId).IsUnique();
        });
        model.Entity<OutboxMail>(x =>
        {
            x.ToTable("outbox").HasIndex(m => new { m.Template, m.PersonId, m.Occurrence }).IsUnique();
            x.HasIndex(m => m.InvitationId);
            x.HasIndex(m => m.PersonId).HasFilter("state = 'Pending'").HasDatabaseName("ix_outbox_pending");
            x.HasIndex(m => m.CarriedBy);
        });
        model.Entity<LinkToken>(x =>
        {
            x.HasKey(t => t.Hash);
            x.HasIndex(t => t.InvitationId);
        });
    }

    internal static void Documents(ModelBuilder model)
    {
        model.Entity<Specification>(x =>
        {
            x.HasIndex(s => new { s.Service, s.FinancialYear });
            x.HasMany<DraftClause>().WithOne().HasForeignKey(c => c.SpecificationId);
            x.HasMany<SpecificationRevision>().WithOne().HasForeignKey(r => r.SpecificationId);
        });
        model.Entity<DraftChoice>(x =>
        {
            x.HasKey(c => new { c.SpecificationId, c.Piece, c.InForce });
            x.HasOne<Specification>().WithMany().HasForeignKey(c => c.SpecificationId);
        });
        model.Entity<DraftClause>().HasKey(x => new { x.SpecificationId, x.ClauseId });
        model.Entity<SpecificationRevision>(x =>
        {
            x.HasKey(r => new { r.SpecificationId, r.Number });
            x.HasIndex(r => r.Hash);
        });
        model.Entity<ReviewComment>().HasIndex(x => new { x.SpecificationId, x.Revision });
        model.Entity<EvidenceItem>().ToTable("evidence").HasKey(x => new { x.SpecificationId, x.Kind });
        model.Entity<Meeting>(x =>
        {
            x.HasIndex(m => new { m.Service, m.BodyKey, m.Date }).IsUnique();
            x.HasMany(m => m.Papers).WithOne().HasForeignKey(p => p.MeetingId);
        });
        model.Entity<Paper>().HasIndex(x => new { x.InstanceId, x.AttachmentHash });
        model.Entity<Minute>().HasIndex(x => x.PaperId).IsUnique();
        model.Entity<CasePaper>(x =>
        {
            x.HasKey(p => p.Hash);
            x.HasIndex(p => new { p.Service, p.Kind, p.Key, p.At });
        });
        model.Entity<ThreadLink>(x =>
        {
            x.HasKey(l => new { l.Service, l.FromKind, l.FromKey, l.ToKind, l.ToKey });
            x.HasIndex(l => new { l.Service, l.ToKind, l.ToKey });
        });
    }
}
