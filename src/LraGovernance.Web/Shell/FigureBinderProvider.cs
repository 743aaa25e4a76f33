using System.Globalization;
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
            ? new DecimalModelBinder(NumberStyles.Currency, context.Services.GetRequiredService<ILoggerFactory>()) : null;
    }
}
