using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Shell;

internal static class FormBinding
{
    /// <summary>Slips of the hand are told in GOV.UK's words; what is required is the command's business, not the binder's.</summary>
    public static void AddFormBinding(this IServiceCollection services) => services.Configure<MvcOptions>(o =>
    {
        o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        o.ModelBinderProviders.Insert(0, new DateInputBinderProvider());
        o.ModelBinderProviders.Insert(0, new FigureBinderProvider());
        var say = o.ModelBindingMessageProvider;
        say.SetValueMustNotBeNullAccessor(_ => "Enter a value");
        say.SetMissingBindRequiredValueAccessor(name => $"Enter {Lower(name)}");
        say.SetMissingKeyOrValueAccessor(() => "Enter a value");
        say.SetValueMustBeANumberAccessor(name => $"{name} must be a number");
        say.SetNonPropertyValueMustBeANumberAccessor(() => "Enter a number");
        // Days have a binder of their own, so what a person can mistype here is a figure.
        say.SetAttemptedValueIsInvalidAccessor((_, name) => $"{name} must be a number");
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Enter a number");
        say.SetUnknownValueIsInvalidAccessor(name => $"{name} is not in a form we can read");
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Enter a value in a form we can read");
        say.SetValueIsInvalidAccessor(_ => "Enter a value in a form we can read");
    });

    internal static string Lower(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
