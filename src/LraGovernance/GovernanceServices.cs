using System.Reflection;
using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Engine.Definitions;
using LraGovernance.Escalations;
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
using LraGovernance.Years;
using LraGovernance.Changes;
using LraGovernance.Equality;
using LraGovernance.FormalDecisions;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LraGovernance;

/// <summary>Where the product finds what it does not carry in itself.</summary>
public sealed record GovernanceFolders(string Workflows, string Packs);

/// <summary>
/// Composes the product. The host adds what only it can know: the clock, <see cref="Randomness"/>, the
/// <see cref="IMailSender"/> and the <see cref="SiteAddress"/>.
/// </summary>
public static class GovernanceServices
{
    private static readonly Type[] Open =
        [typeof(IRequestHandler<,>), typeof(IValidator<>)];

    public static IServiceCollection AddGovernance(this IServiceCollection services, DatabaseSettings database, GovernanceFolders folders, params Assembly[] more)
    {
        services.AddGovernanceData(database);
        services.AddSingleton(new WorkflowFolder(folders.Workflows));
        services.AddSingleton(new PackFolder(folders.Packs));
        AddPipeline(services, [typeof(GovernanceServices).Assembly, .. more]);
        AddRunning(services, [typeof(GovernanceServices).Assembly, .. more]);
        AddFeatures(services);
        return services;
    }

    private static void AddPipeline(IServiceCollection services, IEnumerable<Assembly> assemblies)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<Caller>();
        services.AddScoped<Record>();
        services.AddSingleton<Commands>();
        services.TryAddSingleton<ICrashPoints, NoCrash>();
        foreach (var type in assemblies.SelectMany(x => x.GetTypes()).Where(x => x is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(x => x.IsGenericType && Open.Contains(x.GetGenericTypeDefinition())))
            {
                services.AddScoped(contract, type);
            }
        }

        // Outermost first: who may, then whether it is well formed, then the transaction around the change.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(PolicyBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehaviour<,>));
    }

    private static void AddRunning(IServiceCollection services, Assembly[] assemblies)
    {
        services.AddSingleton(new StepCommands(assemblies));
        services.AddSingleton<WorkflowCatalogue>();
        services.AddSingleton<PinnedDefinitions>();
        services.AddSingleton<Agenda>();
        services.AddSingleton<HouseRules.HouseRules>();
        services.AddScoped<Bursts>();
        services.AddScoped<Steps>();
        services.AddScoped<Instances>();
        services.AddScoped<InstanceNames>();
        services.AddScoped<CaseNumbers>();
        services.AddScoped<Moves>();
        services.AddScoped<Events>();
        services.AddScoped<Schedules>();
        services.AddScoped<IAgendaWork>(x => x.GetRequiredService<Schedules>());
        services.AddScoped<IAgendaWork, Timers>();
        services.AddScoped<IStepEffect, WaitForCron>();
        services.AddScoped<IStepEffect, WaitForEvent>();
        services.AddScoped<IStepEffect, PublishEvent>();
        foreach (var type in (string[])["Elsa.ExecuteWorkflow", "Elsa.DispatchWorkflow"])
        {
            services.AddScoped<IStepEffect>(x => new StartChild(type, x.GetRequiredService<GovernanceDb>(), x.GetRequiredService<Instances>()));
        }

        services.AddSingleton<Activity, SendCommandActivity>();
        services.AddScoped<IStepEffect, SendCommandEffect>();
    }

    private static void AddFeatures(IServiceCollection services)
    {
        services.AddScoped<Holders>();
        services.AddScoped<Settings>();
        services.AddScoped<GoldenThread>();
        services.AddScoped<CouncilCalendar>();
        services.AddSingleton<Activity, WaitForDateActivity>();
        services.AddScoped<IStepEffect, WaitForDateEffect>();

        services.AddSingleton<MailTemplates>();
        services.AddSingleton<MailPreparation>();
        services.AddScoped<Digest>();
        services.TryAddSingleton(DigestFrom.Default);
        services.TryAddSingleton(MailRecipients.Everybody);
        services.AddScoped<Outbox>();
        services.AddSingleton<IOutsideWork, MailDelivery>();
        services.AddSingleton<Activity, NotifyActivity>();
        services.AddScoped<IStepEffect, NotifyEffect>();

        services.AddScoped<TaskDesk>();
        services.AddScoped<LastSafeDays>();
        services.AddSingleton<Activity, AssignTaskActivity>();
        services.AddScoped<IStepEffect, AssignTaskEffect>();
        services.AddScoped<IAgendaWork, RemindTask>();
        services.AddScoped<IAgendaWork, NoteLateTask>();
        services.AddScoped<IAgendaWork, TellOfUndelivered>();

        services.AddScoped<DecisionDesk>();
        services.AddScoped<Seating>();
        services.AddScoped<PaperShelf>();
        services.AddScoped<DecidedMatters>();
        services.AddScoped<Standings>();
        services.AddSingleton<Activity, RequestDecisionActivity>();
        services.AddScoped<IStepEffect, RequestDecisionEffect>();
        services.AddScoped<IAgendaWork, RemindBody>();
        services.AddScoped<IAgendaWork, ExpireRequest>();
        services.AddScoped<IAgendaWork, AskSuccessors>();

        services.AddSingleton<SignedDocuments>();
        services.AddScoped<KnownFile>();
        services.AddScoped<FigureBook>();
        services.AddScoped<ReturnDesk>();
        services.AddScoped<EvaluationDesk>();
        services.AddScoped<ExceptionDesk>();
        services.AddScoped<ExceptionPaper>();
        services.AddScoped<IPaperSource>(x => x.GetRequiredService<ExceptionPaper>());
        services.AddScoped<ICaseTitles, ExceptionNames>();
        services.AddScoped<IThreadEnds, ExceptionNames>();

        services.AddScoped<SpecificationFile>();
        services.AddScoped<IPaperSource>(x => x.GetRequiredService<SpecificationFile>());
        services.AddScoped<SpecificationVersions>();
        services.AddScoped<ChangedSince>();

        services.AddScoped<VariationDesk>();
        services.AddScoped<ICaseTitles, VariationNames>();
        services.AddScoped<IThreadEnds, VariationNames>();
        services.AddScoped<ChangeDesk>();
        services.AddScoped<ChangePaper>();
        services.AddScoped<IPaperSource>(x => x.GetRequiredService<ChangePaper>());
        services.AddScoped<ICaseTitles, ChangeNames>();
        services.AddScoped<IThreadEnds, ChangeNames>();
        services.AddScoped<EqualityDesk>();
        services.AddScoped<ICaseTitles, AssessedTitles>();
        services.AddSingleton<Activity, FormalDecisionActivity>();
        services.AddScoped<IStepEffect, FormalDecisionEffect>();
        services.AddScoped<SpecificationThread>();
        services.AddScoped<IThreadEnds>(x => x.GetRequiredService<SpecificationThread>());
        services.AddScoped<IThreadEnds, DecisionThread>();

        services.AddScoped<IAgendaWork, PublishHeld>();

        services.AddScoped<PlanDesk>();
        services.AddScoped<PlanEditing>();
        services.AddScoped<PlanReading>();
        services.AddScoped<IThreadEnds, PlanThread>();

        services.AddScoped<YearEvents>();

        services.AddScoped<ReportFile>();
        services.AddScoped<ReportEvidence>();
        services.AddScoped<LastYear>();
        services.AddScoped<IPaperSource, AnnualReportPaper>();
        services.AddScoped<IPaperSource, PartYearPaper>();
        services.AddScoped<IThreadEnds, ReportThread>();
    }
}
