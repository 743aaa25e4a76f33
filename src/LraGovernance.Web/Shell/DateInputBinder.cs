using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LraGovernance.Web.Shell;

/// <summary>A day typed into three boxes: X.Day, X.Month, X.Year. Where they were not sent, an ISO date under X.</summary>
internal sealed class DateInputBinder : IModelBinder
{
    private static readonly string[] Boxes = ["Day", "Month", "Year"];

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var name = bindingContext.ModelName;
        string[] parts = [.. Boxes.Select(part => Take(bindingContext, $"{name}.{part}"))];
        if (parts.All(p => p.Length == 0)) BindIso(bindingContext, name);
        else BindParts(bindingContext, name, parts);
        return Task.CompletedTask;
    }

    private static string Take(ModelBindingContext context, string key)
    {
        var value = context.ValueProvider.GetValue(key);
        if (value == ValueProviderResult.None) return "";
        context.ModelState.SetModelValue(key, value);
        return value.FirstValue?.Trim() ?? "";
    }

    private static void BindIso(ModelBindingContext context, string name)
    {
        var iso = Take(context, name);
        if (iso.Length == 0) return;
        if (DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            context.Result = ModelBindingResult.Success(day);
        else context.ModelState.TryAddModelError(name, $"{Label(context)} must be a real date");
    }

    private static void BindParts(ModelBindingContext context, string name, string[] parts)
    {
        string[] missing = [.. Boxes.Where((_, i) => parts[i].Length == 0).Select(FormBinding.Lower)];
        if (missing.Length > 0)
            context.ModelState.TryAddModelError(name, $"{Label(context)} must include a {string.Join(" and a ", missing)}");
        else if (TryRead(parts, out var day)) context.Result = ModelBindingResult.Success(day);
        else context.ModelState.TryAddModelError(name, $"{Label(context)} must be a real date");
    }

    private static bool TryRead(string[] parts, out DateOnly day)
    {
        var month = DateTime.TryParseExact(parts[1], ["MMM", "MMMM"], LondonTime.English, DateTimeStyles.None, out var named)
            ? named.Month.ToString(CultureInfo.InvariantCulture) : parts[1];
        return DateOnly.TryParseExact($"{parts[0]}/{month}/{parts[2]}", "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static string Label(ModelBindingContext context) => context.ModelMetadata.GetDisplayName();
}

internal sealed class DateInputBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new DateInputBinder() : null;
    }
}
