using System.Globalization;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Decisions;

namespace LraGovernance.Escalations;

/// <summary>What the Board reads of an exception, frozen when it goes up.</summary>
internal sealed class ExceptionPaper(PaperShelf shelf, ExceptionDesk desk) : IPaperSource
{
    public string Kind => ExceptionDesk.Kind;

    public async Task<PaperToDecide> FindAsync(string service, string instanceKey, CancellationToken cancellationToken)
    {
        var one = await desk.OfAsync(service, instanceKey, cancellationToken);
        return new(Kind, one.Number, one.PaperHash ?? throw new InvalidOperationException($"{one.Number} has not been put to the Board."), $"{one.Number}: {one.Title}", "head-of-service");
    }

    public async Task<DecidedMatter?> MatterAsync(DecisionRequest decision, CancellationToken cancellationToken) =>
        await shelf.FindAsync(decision.DocumentHash, cancellationToken) is { } document ? new(document.Title, null, null) : null;

    public string? HintOf(string chosen) => chosen switch
    {
        ExceptionRules.AcceptPlan => "The plan in the paper goes on and is watched. If the paper has no plan, nothing more is asked of the service: the exception is only watched.",
        ExceptionRules.RequireAction => "The head of service is asked for an action plan that answers the Board. It is then watched.",
        ExceptionRules.VarySpecification => "The commissioner is asked to write a variation of the specification, and the exception is closed.",
        ExceptionRules.ReviewFunding => "The commissioner is asked to review the funding, and the exception is closed.",
        _ => null,
    };

    internal Task<string> PutAsync(ExceptionCase one, CancellationToken cancellationToken) => shelf.PutAsync(one.Service, Kind, one.Number, Document(one), cancellationToken);

    private static CaseDocument Document(ExceptionCase one)
    {
        var facts = new List<CaseFact>
        {
            new("Case", one.Number), new("Kind", $"{one.Matter}, about {(one.Nature == Nature.Finance ? "money" : "performance")}"), new("Raised", Day(one.RaisedAt)),
            new("What the senior management team does", Words(one.Handling)),
        };
        if (one.Clause is { } clause)
        {
            facts.Insert(2, new("Clause of the specification", clause));
        }

        var sections = new List<CaseSection> { new("What has happened", string.Join("\n\n", one.What.Split('\n'))) };
        Add("How the senior management team sees it", one.HandlingText);
        Add("The cause", one.Cause);
        Add("The action plan", one.Actions is null ? null : string.Join('\n', Actions(one).Select(x => $"- {x.What}. {x.Owner}, by {x.By.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}")));
        Add("What the Board said before", one.BoardDecision is { } decision ? $"{OptionWords.Of(decision)}. {one.BoardReasons}" : null);
        return new($"{one.Number}: {one.Title}", "The Strategic Board is asked what is to be done about an exception that the service could not settle within its tolerances.", facts, sections);

        void Add(string heading, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                sections.Add(new(heading, text));
            }
        }
    }

    internal static IReadOnlyList<PlannedAction> Actions(ExceptionCase one) => one.Actions is null ? [] : CanonicalJson.Read<List<PlannedAction>>(one.Actions);

    internal static string Words(Handling handling) => handling switch
    {
        Handling.Managed => "Manages it",
        Handling.Planned => "Follows an action plan",
        Handling.Significant => "Takes it to the Board",
        _ => "Has not taken it up",
    };

    private static string Day(DateTimeOffset at) => London.Local(at).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
