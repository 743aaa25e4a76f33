using System.Reflection;
using System.Text.RegularExpressions;
using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.HouseRules;

/// <summary>The rules of the house, each held by a few lines; a failure lists the offenders.</summary>
public sealed partial class HouseTests
{
    private static readonly Assembly Product = typeof(GovernanceServices).Assembly;
    private static readonly Assembly Web = typeof(Program).Assembly;
    private static readonly IReadOnlyList<Type> Requests =
        [.. Product.GetTypes().Where(x => x is { IsAbstract: false, IsInterface: false } && x.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)))];

    [Fact]
    public void Every_request_declares_exactly_one_policy() =>
        Requests.Where(x => x.GetCustomAttributes<PolicyAttribute>().Count() != 1).Select(x => x.Name).ShouldBeEmpty();

    [Fact]
    public void Every_page_declares_exactly_one_policy() =>
        Web.GetTypes().Where(x => x.IsSubclassOf(typeof(PageModel)) && !x.IsAbstract && x.GetCustomAttributes<PolicyAttribute>().Count() != 1).Select(x => x.Name).ShouldBeEmpty();

    [Fact]
    public void Every_command_has_a_validator_and_every_request_a_handler()
    {
        var handled = Implementations(typeof(IRequestHandler<,>));
        var validated = Implementations(typeof(FluentValidation.IValidator<>));
        Requests.Where(x => !handled.Contains(x)).Select(x => x.Name).ShouldBeEmpty();
        Requests.Where(x => x.IsAssignableTo(typeof(ICommand)) && !validated.Contains(x)).Select(x => x.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_command_writes_the_record_or_says_why_not() => Requests
        .Where(x => x.IsAssignableTo(typeof(ICommand)) && x.GetCustomAttribute<UnrecordedAttribute>() is null)
        .Where(x => !RecordsInItself(x)).Select(x => x.Name).ShouldBeEmpty();

    [Fact]
    public void A_use_case_is_one_file_named_by_its_verb() =>
        Requests.Where(x => !Sources("src/LraGovernance").Any(file => Path.GetFileNameWithoutExtension(file) == x.Name)).Select(x => x.Name).ShouldBeEmpty();

    [Fact]
    public void Running_Audit_and_Notifications_name_no_feature() => Offenders(
        "src/LraGovernance/Running|src/LraGovernance/Audit|src/LraGovernance/Notifications",
        x => Regex.IsMatch(x, @"using LraGovernance\.(Specifications|Decisions|Tasks|Meetings|Bodies|Packs|HouseRules)")).ShouldBeEmpty();

    [Fact]
    public void No_feature_uses_another_features_handlers() => Offenders("src/LraGovernance", (file, text) =>
    {
        var feature = file.Split('/')[2];
        return Product.GetTypes().Where(x => x.Name.EndsWith("Handler", StringComparison.Ordinal) && x.Namespace != $"LraGovernance.{feature}" && x.Namespace?.StartsWith("LraGovernance.", StringComparison.Ordinal) == true)
            .Any(x => Regex.IsMatch(text, $@"\b{x.Name}\b") && !Product.GetTypes().Any(own => own.Name == x.Name && own.Namespace == $"LraGovernance.{feature}"));
    }).ShouldBeEmpty();

    [Fact]
    public void The_engine_knows_neither_the_product_nor_any_package() =>
        typeof(Engine.Execution.Runner).Assembly.GetReferencedAssemblies().Select(x => x.Name!)
            .Where(x => !x.StartsWith("System", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Pages_see_neither_the_database_nor_the_engine() =>
        Offenders("src/LraGovernance.Web/Pages", x => Regex.IsMatch(x, @"GovernanceDb|using LraGovernance\.Engine|using LraGovernance\.Data")).ShouldBeEmpty();

    [Fact]
    public void Jobs_are_short() => Sources("src/LraGovernance.Web/Jobs").Where(x => File.ReadAllLines(x).Length > 30).Select(Relative).ShouldBeEmpty();

    [Fact]
    public void Files_stay_small()
    {
        var sizes = Sources("src").Select(x => (file: Relative(x), lines: File.ReadAllLines(x).Length)).OrderBy(x => x.lines).ToList();
        sizes.Where(x => x.lines > 400).ShouldBeEmpty();
        sizes[sizes.Count / 2].lines.ShouldBeLessThanOrEqualTo(60, "the median");
    }

    [Fact]
    public void No_name_hides_what_a_thing_is() => Product.GetTypes().Concat(Web.GetTypes()).Select(x => x.Name)
        .Where(x => Vague().IsMatch(x) && !x.StartsWith('<')).ShouldBeEmpty();

    [Fact]
    public void No_method_is_async_void() => Product.GetTypes().Concat(Web.GetTypes()).SelectMany(x => x.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(x => x.ReturnType == typeof(void) && x.GetCustomAttribute<System.Runtime.CompilerServices.AsyncStateMachineAttribute>() is not null).Select(x => $"{x.DeclaringType!.Name}.{x.Name}").ShouldBeEmpty();

    [Fact]
    public void Nothing_in_the_tree_names_a_machine_or_reads_what_lies_beside_it() => Offenders("src|tests|docs|workflows|README.md",
        x => MachinePath().IsMatch(x), "*").ShouldBeEmpty();

    [Fact]
    public void Production_does_not_compose_seeded_chance() =>
        Offenders("src/LraGovernance.Web/Serving|src/LraGovernance.Web/Verbs", x => x.Contains("SeededRandomness", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Every_kind_of_answer_has_words() =>
        OptionWords.Of("AskForChanges").ShouldBe("Ask for changes");

    private static bool RecordsInItself(Type command)
    {
        var file = Sources("src/LraGovernance").Single(x => Path.GetFileNameWithoutExtension(x) == command.Name);
        return Regex.IsMatch(File.ReadAllText(file), @"record\.AddAsync|RecordAsync|CompleteAsync|work\.PerformAsync");
    }

    private static HashSet<Type> Implementations(Type open) => [.. Product.GetTypes().Where(x => !x.IsAbstract).SelectMany(x => x.GetInterfaces())
        .Where(x => x.IsGenericType && x.GetGenericTypeDefinition() == open).Select(x => x.GetGenericArguments()[0])];

    private static IEnumerable<string> Offenders(string folders, Func<string, bool> breaks, string pattern = "*.cs") => Offenders(folders, (_, text) => breaks(text), pattern);

    private static IEnumerable<string> Offenders(string folders, Func<string, string, bool> breaks, string pattern = "*.cs") =>
        folders.Split('|').SelectMany(x => Sources(x, pattern)).Where(x => breaks(Relative(x), File.ReadAllText(x))).Select(Relative);

    private static IEnumerable<string> Sources(string folder, string pattern = "*.cs")
    {
        var path = Path.Combine(Repository.Root, folder);
        return File.Exists(path) ? [path] : Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories)
            .Where(x => !Generated().IsMatch(x.Replace('\\', '/')));
    }

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    [GeneratedRegex("/(bin|obj|node_modules|dist|App_Data|TestResults)/|packages.lock.json|package-lock.json|\\.png$")]
    private static partial Regex Generated();

    [GeneratedRegex("(Manager|Helper|Helpers|Utils|Util)$")]
    private static partial Regex Vague();

    [GeneratedRegex(@"/(work|farm|root)/|\.\./shared")]
    private static partial Regex MachinePath();
}
