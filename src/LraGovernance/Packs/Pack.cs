using System.Text.Json;
using CsvHelper;

namespace LraGovernance.Packs;

/// <summary>Where the packs are.</summary>
public sealed record PackFolder(string Path)
{
    /// <exception cref="PackRefusedException">There is no such pack.</exception>
    public Pack Open(string name)
    {
        var folder = name.Contains(System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal) ? name : System.IO.Path.Combine(Path, name);
        return Directory.Exists(folder) ? new Pack(name, folder) : throw new PackRefusedException(folder, "there is no such folder");
    }
}

/// <summary>A service's own data: files in a folder, read by what they are called.</summary>
public sealed class Pack(string name, string folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public string Name => name;

    /// <exception cref="PackRefusedException">The file is missing, or is not what it should be; file and place are named.</exception>
    public T Read<T>(string file)
    {
        try
        {
            using var stream = File.OpenRead(PathOf(file));
            var read = JsonSerializer.Deserialize<T>(stream, Json) ?? throw new PackRefusedException(file, "it holds nothing");
            return read is System.Collections.IEnumerable list && list.Cast<object?>().Contains(null) ? throw new PackRefusedException(file, "one of its entries is null") : read;
        }
        catch (JsonException fault)
        {
            throw new PackRefusedException(file, $"{fault.Path}: {fault.Message}", fault);
        }
        catch (IOException fault)
        {
            throw new PackRefusedException(file, fault.Message, fault);
        }
    }

    /// <exception cref="PackRefusedException">The file is missing, or a row is not what it should be.</exception>
    public IReadOnlyList<T> ReadRows<T>(string file, Func<CsvReader, T> row)
    {
        try
        {
            using var reader = CsvReader.FromFile(PathOf(file));
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }

            return rows;
        }
        catch (Exception fault) when (fault is CsvFormatException or FormatException or ArgumentException or KeyNotFoundException or IOException)
        {
            throw new PackRefusedException(file, fault.Message, fault);
        }
    }

    public IEnumerable<string> Files(string subfolder, string pattern) =>
        Directory.EnumerateFiles(PathOf(subfolder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private string PathOf(string file) => System.IO.Path.Combine(folder, file.Replace('/', System.IO.Path.DirectorySeparatorChar));
}

public sealed class PackRefusedException(string file, string reason, Exception? inner = null) : Exception($"Pack refused: {file}: {reason}", inner);
