using System.Globalization;
using System.Text;
using CsvHelper;
using LraGovernance.Calendar;
using LraGovernance.Specifications;

namespace LraGovernance.Performance;

/// <summary>A figure as a file gives it.</summary>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Given">The value as it is written.</param>
public sealed record FigureRow(long Line, string Reference, Period Period, decimal? Value, string Given);

/// <summary>What is wrong in a file: the line, and the column where it is one.</summary>
public sealed record FigureSlip(long Line, string? Column, string Message)
{
    public override string ToString() => Column is null ? $"line {Line}: {Message}" : $"line {Line}, column {Column}: {Message}";
}

public abstract record FigureReading
{
    public sealed record Sound(IReadOnlyList<FigureRow> Rows) : FigureReading;

    /// <summary>Nothing of the file counts; every slip is named, up to a thousand, and after these that there may be more.</summary>
    public sealed record Refused(IReadOnlyList<FigureSlip> Slips) : FigureReading;
}

/// <summary>
/// Reads a CSV of figures with the columns <c>ref</c>, <c>period</c> and <c>value</c>, in any order and among others. A bad file of any size is
/// refused in bounded memory.
/// </summary>
public sealed class FigureFile(IReadOnlyDictionary<string, Indicator> indicators)
{
    private const int MostSlips = 1_000, MostRows = 100_000, LongestRecord = 64 * 1024;

    private static readonly string[] Columns = ["ref", "period", "value"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<FigureRow> _rows = [];
    private readonly List<FigureSlip> _slips = [];
    private readonly HashSet<(string, Period)> _seen = [];
    private int[] _places = [];

    public static FigureReading Read(Stream stream, IReadOnlyDictionary<string, Indicator> indicators) => new FigureFile(indicators).Read(stream);

    private FigureReading Read(Stream stream)
    {
        var line = 1L;
        try
        {
            using var text = new StreamReader(stream, Strict, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            using var csv = CsvReader.Create(text, new CsvReaderOptions
            {
                MaxRecordSize = LongestRecord, TrackLineNumbers = true, SkipEmptyLines = true, Separator = ',', MalformedData = CsvMalformedDataHandling.Throw, FieldCountMismatch = CsvFieldCountHandling.Allow,
                MissingField = CsvMissingFieldHandling.ReturnEmpty,
            }, leaveOpen: true);
            if (!ReadHeader(csv))
            {
                return new FigureReading.Refused(_slips);
            }

            while (_slips.Count < MostSlips && _rows.Count <= MostRows && csv.Read())
            {
                line = csv.LineNumber;
                ReadRow(csv, line);
            }
        }
        catch (DecoderFallbackException)
        {
            Slip(stream.CanSeek ? LineOfBadText(stream) : line, null, "the text is not UTF-8: save the file as CSV UTF-8");
        }
        catch (CsvFormatException fault)
        {
            Slip(Math.Max(fault.LineNumber, line), fault.Member, fault.Message);
        }

        if (_slips.Count == MostSlips)
        {
            _slips.Add(new(line, null, $"the first {MostSlips:N0} mistakes are listed, and there may be more"));
        }

        return _slips.Count == 0 ? new FigureReading.Sound(_rows) : new FigureReading.Refused(_slips);
    }

    private bool ReadHeader(CsvReader csv)
    {
        csv.ReadHeader();
        var headers = csv.Headers?.Select(x => x.Trim('\uFEFF')).ToList() ?? [];
        foreach (var column in Columns)
        {
            var times = headers.Count(x => x == column);
            if (times != 1)
            {
                Slip(1, column, times == 0 ? $"the first line has no column '{column}'" : $"the first line has the column '{column}' {times} times");
            }
        }

        _places = [.. Columns.Select(x => headers.IndexOf(x))];
        return _slips.Count == 0;
    }

    private void ReadRow(CsvReader csv, long line)
    {
        if (csv.FieldCount != csv.Headers.Count)
        {
            Slip(line, null, $"{csv.FieldCount} fields, and the first line has {csv.Headers.Count}");
            return;
        }

        var (reference, period, value) = (Field(csv, 0), Field(csv, 1), Field(csv, 2));
        var before = _slips.Count;
        if (!indicators.TryGetValue(reference, out var indicator))
        {
            Slip(line, "ref", $"there is no indicator '{Short(reference)}'");
        }

        if (!Period.TryParse(period, out var about))
        {
            Slip(line, "period", $"'{Short(period)}' is not a period such as 2016-06, 2016/17-Q1 or 2016/17");
        }

        if (!TryNumber(value, out var figure))
        {
            Slip(line, "value", $"'{Short(value)}' is not a number such as 1428 or 96.5, of {Amount.MostDigits} digits at most and {Amount.MostWholeDigits} before the point");
        }

        if (_slips.Count == before)
        {
            Take(new FigureRow(line, reference, about!.Value, figure, value), indicator!);
        }
    }

    private void Take(FigureRow row, Indicator indicator)
    {
        if (row.Value is not null && !Rate.HasTarget(indicator) && Rate.Band(indicator, row.Period) is null)
        {
            Slip(row.Line, "period", $"{row.Reference} has a range for quarters and the year, and none for {row.Period}");
        }
        else if (!_seen.Add((row.Reference, row.Period)))
        {
            Slip(row.Line, "period", $"{row.Reference} has {row.Period} twice in the file");
        }
        else
        {
            _rows.Add(row);
            if (_rows.Count > MostRows)
            {
                Slip(row.Line, null, $"more than {MostRows} rows");
            }
        }
    }

    /// <summary>Text is decoded ahead of the rows, so where it breaks is looked for afterwards.</summary>
    private static long LineOfBadText(Stream stream)
    {
        stream.Position = 0;
        using var bytes = new BufferedStream(stream, LongestRecord);
        var (line, text) = (1L, new List<byte>());
        for (var next = bytes.ReadByte(); ; next = bytes.ReadByte())
        {
            if (next is -1 or '\n' || text.Count == LongestRecord)
            {
                if (!System.Text.Unicode.Utf8.IsValid(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(text)) || next == -1)
                {
                    return line;
                }

                (line, text) = (line + (next == '\n' ? 1 : 0), []);
            }
            else
            {
                text.Add((byte)next);
            }
        }
    }

    private void Slip(long line, string? column, string message)
    {
        if (_slips.Count < MostSlips)
        {
            _slips.Add(new(line, column, message));
        }
    }

    /// <summary>A plain number: digits, a sign and a decimal point. Not 1,234, not 1e3, no formula.</summary>
    private static bool TryNumber(string text, out decimal? value)
    {
        value = null;
        if (text.Length == 0)
        {
            return true;
        }

        var isNumber = Amount.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, out var number);
        value = isNumber ? number : null;
        return isNumber;
    }

    /// <summary>By place: names are looked up as they stand, and one of them may begin with a byte order mark.</summary>
    private string Field(CsvReader csv, int column) => csv.GetString(_places[column]) ?? "";

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "\u2026";
}
