using System.Text.Json;
using System.Text.Json.Serialization;

using LraGovernance.Packs;

namespace LraGovernance.Web.Rehearsal;

/// <summary>What people will do, and how long after they were asked: the pack's own story of a year.</summary>
internal sealed record Script(DateOnly From, DateOnly To, IReadOnlyList<Act> Acts)
{
    /// <summary>A CSV beside the script with the figures that reporters will report: ref, period, value.</summary>
    public string? FiguresFile { get; init; }

    /// <summary>The figures by indicator and period, as they are written.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<(string, string), string> Figures { get; init; } = new Dictionary<(string, string), string>();

    private const int LongestWait = 1_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="RehearsalRefusedException">There is no such file, or it is not a script.</exception>
    /// <exception cref="PackRefusedException">The file of its figures is not what it should be.</exception>
    public static Script Read(string path)
    {
        var script = Parse(path);
        if (script.Acts.Any(x => x is null or { WorkingDays: < 0 or > LongestWait }))
        {
            throw new RehearsalRefusedException($"{path}: an act is null, or comes fewer than 0 or more than {LongestWait} working days after it was asked for.");
        }

        return script.FiguresFile is not { } file ? script : script with { Figures = ReadFigures(Path.GetDirectoryName(Path.GetFullPath(path))!, file) };
    }

    private static Script Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Script>(File.ReadAllText(path), Json) ?? throw new JsonException("it holds no script");
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new RehearsalRefusedException($"{path}: {fault.Message}");
        }
    }

    private static Dictionary<(string, string), string> ReadFigures(string folder, string file)
    {
        var figures = new Dictionary<(string, string), string>();
        foreach (var (about, value) in new Pack(Path.GetFileName(folder), folder).ReadRows(file, row => ((row.GetString("ref"), row.GetString("period")), row.GetString("value"))))
        {
            if (!figures.TryAdd(about, value))
            {
                throw new PackRefusedException(file, $"{about.Item1} has {about.Item2} twice");
            }
        }

        return figures;
    }
}

/// <param name="Task">The kind of task that it answers; or</param>
/// <param name="Seat">the seat on the body that it answers for.</param>
/// <param name="Body">The body, with a seat.</param>
/// <param name="Role">The role that the task is asked of, where several are asked for the same kind.</param>
/// <param name="Nth">Which time round, from 1; every time where it is left out.</param>
/// <param name="WorkingDays">Working days after it was asked.</param>
/// <param name="On">Or the day itself.</param>
/// <param name="At">Time of day in London.</param>
/// <param name="Do">The name of a scripted act, such as submit or decide.</param>
internal sealed record Act(
    string Do, TimeOnly At, string? Task = null, string? Seat = null, string? Body = null, string? Role = null, int? Nth = null,
    int WorkingDays = 0, DateOnly? On = null)
{
    public IReadOnlyList<Edit> Edits { get; init; } = [];
    public IReadOnlyList<Comment> Comments { get; init; } = [];
    public string? Option { get; init; }
    public string? Text { get; init; }
    public bool Endorsed { get; init; }
    public string? Reference { get; init; }
    public string? Attendance { get; init; }

    /// <summary>The case or period that it is for; every one where it is left out.</summary>
    public string? Key { get; init; }

    /// <summary>Whatever else an act needs to be told, by its own names.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> More { get; init; } = [];

    public string? Word(string name) => More.TryGetValue(name, out var value) ? value.ToString() : null;
}

internal sealed record Edit(string Clause, string Find, string Replace);

internal sealed record Comment(string? Clause, string Text);
