using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace LraGovernance.Web.Shell;

/// <summary>A figure may be typed as people write it: with a pound sign and with commas.</summary>
internal sealed class FigureBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Metadata.UnderlyingOrModelType == typeof(decimal)
            ? new FigureBinder(new DecimalModelBinder(NumberStyles.Currency, context.Services.GetRequiredService<ILoggerFactory>())) : null;
    }
}

/// <summary>A comma parts thousands: the runtime would read 96,5 as 965.</summary>
internal sealed partial class FigureBinder(IModelBinder binder) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given.FirstValue is not { } text || !text.Contains(',', StringComparison.Ordinal) || Thousands().IsMatch(text))
        {
            return binder.BindModelAsync(bindingContext);
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, $"{bindingContext.ModelMetadata.GetDisplayName()} must be a number");
        return Task.CompletedTask;
    }

    [GeneratedRegex(@"^[^0-9,]*[0-9]{1,3}(,[0-9]{3})+([^0-9,].*)?$")]
    private static partial Regex Thousands();
}
