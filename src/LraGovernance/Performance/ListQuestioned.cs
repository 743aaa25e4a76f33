using System.Text.Json.Nodes;
using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>Whose figures the commissioner asks about.</summary>
[SystemOnly, Unrecorded("it changes nothing: the process learns whom to ask")]
public sealed record ListQuestioned(Guid CommandId, string Service, string Month) : IStepCommand<ListQuestioned, ListQuestionedResult>
{
    public static ListQuestioned From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record ListQuestionedResult
{
    public sealed record Questioned(IReadOnlyList<string> Scopes) : ListQuestionedResult, IStepResult
    {
        public JsonNode ForTheProcess() => new JsonArray([.. Scopes.Select(x => (JsonNode)x)]);
    }
}

internal sealed class ListQuestionedValidator : AbstractValidator<ListQuestioned>
{
    public ListQuestionedValidator() => RuleFor(x => x.Month).NotEmpty();
}

internal sealed class ListQuestionedHandler(GovernanceDb db) : IRequestHandler<ListQuestioned, ListQuestionedResult>
{
    public async Task<ListQuestionedResult> Handle(ListQuestioned command, CancellationToken cancellationToken) => new ListQuestionedResult.Questioned(
        await db.AskedFigures.AsNoTracking().Where(x => x.Service == command.Service && x.Month == command.Month && x.Question != null && x.Answer == null)
            .Select(x => x.Scope).Distinct().Order().ToListAsync(cancellationToken));
}
