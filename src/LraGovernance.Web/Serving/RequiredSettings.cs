using System.ComponentModel.DataAnnotations;

namespace LraGovernance.Web.Serving;

/// <summary>Reads a section, or stops start-up with the name of what is missing and where an example stands.</summary>
internal static class RequiredSettings
{
    /// <exception cref="MissingSettingException">A setting is missing or is not what it should be.</exception>
    public static T Read<T>(this IConfiguration configuration, string section)
        where T : class, new()
    {
        var settings = configuration.GetSection(section).Get<T>() ?? new T();
        var faults = new List<ValidationResult>();
        return Validator.TryValidateObject(settings, new ValidationContext(settings), faults, validateAllProperties: true)
            ? settings
            : throw new MissingSettingException(section, faults.SelectMany(x => x.MemberNames));
    }
}

internal sealed class MissingSettingException(string section, IEnumerable<string> names) : Exception(
    $"These settings are missing or are not what they should be: {string.Join(", ", names.Select(x => $"{section}:{x}"))}. See appsettings.example.json.");
