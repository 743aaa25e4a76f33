using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace LraGovernance.Tests.Notifications;

/// <summary>npm's smtp-server in a process of its own, which fails as it is told to.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<Guid> _taken = new();
    private readonly Task _listening;

    private MailServer(Process process, int port)
    {
        (_process, Port) = (process, port);
        _listening = ListenAsync();
    }

    public int Port { get; }

    /// <summary>Every mail that it has, as often as it has it. Whole once <see cref="CloseAsync"/> has ended.</summary>
    public IReadOnlyList<Guid> Taken => [.. _taken];

    /// <summary>How a connection was that brought a mail: encrypted or not, and signed in as whom.</summary>
    public ConcurrentBag<string> Connections { get; } = [];

    /// <param name="options">Seed, faults in percent (<c>cut</c>, <c>busy</c>, <c>refused</c>, <c>silent</c>), <c>user</c>, <c>password</c>, <c>key</c> and <c>cert</c>.</param>
    public static async Task<MailServer> StartAsync(object options)
    {
        var script = Path.Combine(Repository.Root, "tests/LraGovernance.Tests/Notifications/mail-server.cjs");
        var package = Path.Combine(Repository.Root, "src/LraGovernance.Web/node_modules/smtp-server");
        var process = Process.Start(new ProcessStartInfo("node", [script, package, JsonSerializer.Serialize(options)])
        {
            RedirectStandardOutput = true, RedirectStandardInput = true,
        })!;
        var port = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server did not start.");
        return new(process, int.Parse(port.Split(' ')[1], CultureInfo.InvariantCulture));
    }

    public async Task CloseAsync()
    {
        _process.StandardInput.Close();
        await _listening;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ListenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ', 3);
            _taken.Enqueue(Guid.Parse(words[1]));
            Connections.Add(words[2]);
        }
    }
}
