using System.ComponentModel.DataAnnotations;
using System.Reflection;
using LraGovernance.Data;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Serving;

public sealed class SettingsTests
{
    private static readonly Dictionary<string, Type> Sections = new()
    {
        ["Database"] = typeof(DatabaseSettings), ["Site"] = typeof(SiteSettings), ["Mail"] = typeof(MailSettings), ["Limits"] = typeof(LimitSettings), ["Shell"] = typeof(ShellOptions),
    };

    public static TheoryData<string> RequiredKeys => [.. Sections.SelectMany(x => Required(x.Value).Select(name => $"{x.Key}:{name}"))];

    [Theory]
    [MemberData(nameof(RequiredKeys))]
    public void A_missing_setting_stops_start_up_and_is_named_with_the_example(string key)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(Example()).AddInMemoryCollection([new(key, "")]);

        var refusal = Should.Throw<MissingSettingException>(builder.AddSite);

        refusal.Message.ShouldContain(key);
        refusal.Message.ShouldContain("appsettings.example.json");
    }

    [Fact]
    public void The_example_holds_the_sections_that_are_read_and_no_other() =>
        Example().GetChildren().Select(x => x.Key).ShouldBe(Sections.Keys, ignoreOrder: true);

    [Fact]
    public void Each_key_of_the_example_binds_to_a_setting_of_its_name()
    {
        foreach (var (section, type) in Sections)
        {
            var example = Example().GetSection(section);
            var settings = example.Get(type, x => x.ErrorOnUnknownConfiguration = true).ShouldNotBeNull();
            foreach (var key in example.GetChildren())
            {
                type.GetProperty(key.Key).ShouldNotBeNull($"{section}:{key.Key}").GetValue(settings)!.ToString().ShouldBe(key.Value, $"{section}:{key.Key}");
            }

            Required(type).Except(example.GetChildren().Select(x => x.Key)).ShouldBeEmpty($"{section} needs these, and the example has them not");
        }
    }

    private static IConfigurationRoot Example() =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.example.json")).Build();

    private static IEnumerable<string> Required(Type settings) =>
        settings.GetProperties().Where(x => x.GetCustomAttribute<RequiredAttribute>() is not null).Select(x => x.Name);
}
