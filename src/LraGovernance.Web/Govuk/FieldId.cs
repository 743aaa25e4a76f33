using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LraGovernance.Web.Govuk;

/// <summary>The one place where a field's name becomes its id, so that the error summary's links arrive.</summary>
internal static class FieldId
{
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "_");

    public static string Message(ModelError error) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? "Enter a value in a form we can read" : error.ErrorMessage;
}
