namespace LraGovernance.Web.Mailbox;

/// <summary>The folder that mails are written to, read back for the mailbox of Development.</summary>
internal sealed class MailFolder(string path)
{
    /// <summary>Mails listed at most; a demonstration of some years has a few hundred.</summary>
    public const int Most = 500;

    /// <summary>Newest first on the product's clock.</summary>
    public IReadOnlyList<MailFile> Newest() => !Directory.Exists(path) ? [] :
    [
        .. new DirectoryInfo(path).EnumerateFiles("*.eml").OrderByDescending(x => x.LastWriteTimeUtc).Take(Most)
            .Select(Open).OfType<MailFile>()
            .OrderByDescending(x => x.At ?? DateTimeOffset.MinValue).ThenBy(x => x.ToAddress, StringComparer.Ordinal),
    ];

    /// <summary>Null when there is no such mail; the id is a number of ours, so it cannot lead out of the folder.</summary>
    public MailFile? Find(Guid id)
    {
        var file = new FileInfo(Path.Combine(path, $"{id:N}.eml"));
        return file.Exists ? Open(file) : null;
    }

    private static MailFile? Open(FileInfo file)
    {
        Guid? id = Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "N", out var number) ? number : null;
        try
        {
            return file.Length > MailParser.MostBytes
                ? MailFile.Unreadable(id, file.Name, "The file is too large for a mail of this service.")
                : MailParser.Parse(id, file.Name, File.ReadAllBytes(file.FullName));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            return MailFile.Unreadable(id, file.Name, fault is FormatException ? fault.Message : "The file cannot be opened.");
        }
    }
}

/// <summary>One mail as it left: or the file's name, and why it is none.</summary>
internal sealed record MailFile(
    Guid? Id, string FileName, string ToName, string ToAddress, string Subject, DateTimeOffset? At, string Text, string Html, string? Fault = null)
{
    public string Path => $"/dev/mailbox/{Id:D}";

    public static MailFile Unreadable(Guid? id, string fileName, string fault) => new(id, fileName, "", "", "", null, "", "", fault);
}
