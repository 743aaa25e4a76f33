using Shouldly;

namespace LraGovernance.Tests.Crashes;

/// <summary>A decision that was acknowledged to somebody.</summary>
internal sealed record Receipt(Guid CommandId, Guid InvitationId, Guid AnswerId, string Option);

/// <summary>Every reply that reached somebody, over all crashes.</summary>
internal sealed class Receipts
{
    private readonly Dictionary<Guid, Receipt> _byInvitation = [];

    public IReadOnlyCollection<Receipt> Recorded => _byInvitation.Values;

    public int Repeats { get; private set; }

    /// <summary>Takes down a line of the worker's; a repeat must name the same answer.</summary>
    public void Add(string line)
    {
        var words = line.Split(' ');
        if (words[0] == "performed")
        {
            return;
        }

        if (words[0] == "refused")
        {
            _byInvitation.ShouldNotContainKey(Guid.Parse(words[2]), "who has a receipt is not refused");
            return;
        }

        var receipt = new Receipt(Guid.Parse(words[1]), Guid.Parse(words[2]), Guid.Parse(words[3]), words[4]);
        if (_byInvitation.TryGetValue(receipt.InvitationId, out var earlier))
        {
            receipt.AnswerId.ShouldBe(earlier.AnswerId, "the same person gets the same receipt");
            receipt.Option.ShouldBe(earlier.Option);
            Repeats++;
        }

        if (words[0] == "recorded" || earlier is null)
        {
            _byInvitation[receipt.InvitationId] = receipt;
        }
    }
}
