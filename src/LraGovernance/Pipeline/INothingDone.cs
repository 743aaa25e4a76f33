namespace LraGovernance.Pipeline;

/// <summary>
/// A result that says why nothing was done. It is not kept for the command's id: whoever goes back in the browser, corrects the form and sends it again is
/// answered anew.
/// </summary>
public interface INothingDone;
