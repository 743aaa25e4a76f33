using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LraGovernance.Web.Govuk;

/// <summary>One line of the error summary; without a target it is about the whole form.</summary>
internal sealed record ErrorLine(string? Target, string Message)
{
    public static IReadOnlyList<ErrorLine> From(ModelStateDictionary state, HttpContext context) =>
    [
        .. state.OrderBy(entry => FieldOrder.Rank(context, entry.Key)).SelectMany(entry => entry.Value?.Errors.Take(1).Select(error => new ErrorLine(TargetOf(entry.Key), FieldId.Message(error))) ?? []),
    ];

    private static string? TargetOf(string key) => key.Length == 0 ? null : "#" + FieldId.Of(key);
}
