namespace LraGovernance.Pipeline;

/// <summary>Named places where a test may make the process die or the reply get lost; in production they are passed by.</summary>
public interface ICrashPoints
{
    void Pass(string point);
}

internal sealed class NoCrash : ICrashPoints
{
    public void Pass(string point)
    {
    }
}
