using System.CommandLine;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using LraGovernance.Web.Rehearsal;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Verbs;

/// <summary>What the verbs that work on a database share: which one, and the product composed around it.</summary>
internal static class DatabaseVerb
{
    public static Option<string?> Option() => new("--db")
    {
        Description = "SQLite file or PostgreSQL connection string (default: the settings of the environment)",
    };

    /// <exception cref="MissingSettingException">No database is named, neither here nor in the settings.</exception>
    public static async Task<int> RunAsync(string? db, Func<IServiceProvider, Commands, Task<int>> work, bool needsSchema = true)
    {
        try
        {
            await using var services = Compose(db);
            if (needsSchema && await MissingSchemaAsync(services) is { } missing)
            {
                await Console.Error.WriteLineAsync(missing);
                return 2;
            }

            return await work(services, services.GetRequiredService<Commands>());
        }
        catch (Exception refusal) when (refusal is MissingSettingException or DatabaseOptionRefusedException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 2;
        }
        catch (Exception failure) when (DatabaseOption.Refusal(failure) is { } refusal)
        {
            await Console.Error.WriteLineAsync($"The database cannot be used: {refusal.Message}");
            return 2;
        }
    }

    /// <summary>A verb that reads must not leave an empty file behind for a name that was mistyped.</summary>
    private static async Task<string?> MissingSchemaAsync(IServiceProvider services)
    {
        var settings = services.GetRequiredService<DatabaseSettings>();
        if (settings.Kind == DatabaseKind.Sqlite
            && new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(settings.ConnectionString).DataSource is var file && !File.Exists(file))
        {
            return $"There is no database {file}: the verb 'migrate' makes one.";
        }

        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Migrations>().IsCurrentAsync()
            ? null
            : "The database's schema is not up to date: run the verb 'migrate' first.";
    }

    private static ServiceProvider Compose(string? db)
    {
        var configuration = WebApplication.CreateBuilder().Configuration;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddGovernance(db is null ? configuration.Read<DatabaseSettings>("Database") : DatabaseOption.Parse(db), Hosting.Folders);
#pragma warning disable RS0030 // the composition root names the real clock
        services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.AddSingleton<Randomness, SystemRandomness>();
        services.AddSingleton(new SiteAddress(new Uri("https://verb.example"), "verb@council.example"));
        services.AddSingleton<IMailSender, NoSender>();
        return services.BuildServiceProvider();
    }

    /// <summary>A verb leaves mails in the outbox; the server sends them.</summary>
    private sealed class NoSender : IMailSender
    {
        public Task<HandOver> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A verb sends no mail.");

        public Task<bool?> HasAsync(Guid mail, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A verb sends no mail.");
    }
}
