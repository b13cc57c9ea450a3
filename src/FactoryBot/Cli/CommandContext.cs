using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Cli;

/// <summary>What all commands have: the product's parts, the three streams, and one way to fail.</summary>
internal sealed record CommandContext(
    Action<IServiceCollection, IConfiguration> Parts, TextReader Input, TextWriter Output, TextWriter Error)
{
    public const int Done = 0;
    public const int Failed = 1;

    /// <summary>True when a person sees the output and wants to see colours.</summary>
    public bool IsInteractive { get; } =
        ReferenceEquals(Output, Console.Out) && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Runs a command and turns what the person at the keyboard can mend into one sentence.</summary>
    public async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (OperationCanceledException)
        {
            return await FailAsync("Stopped.");
        }
        catch (Exception e) when (e is DatabaseSetupException or CommandException)
        {
            return await FailAsync(e.Message);
        }
        catch (NpgsqlException e)
        {
            return await FailAsync("The database did not do its part: " + e.Message);
        }
        catch (Microsoft.Extensions.Options.OptionsValidationException e)
        {
            return await FailAsync("A setting is wrong: " + string.Join(' ', e.Failures));
        }
        catch (Exception e)
        {
            // The process's last boundary: whoever typed the command gets a sentence, never a stack trace.
            return await FailAsync($"{e.GetType().Name}: {e.Message}");
        }
    }

    public async Task<int> FailAsync(string sentence)
    {
        await Error.WriteLineAsync(sentence.ReplaceLineEndings(" "));
        return Failed;
    }
}

/// <summary>What the person at the keyboard got wrong; the message is the sentence they read.</summary>
internal sealed class CommandException(string sentence) : Exception(sentence);
