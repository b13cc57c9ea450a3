using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Diagnostics;

namespace FactoryBot.Api;

/// <summary>The boundary of every request: the log gets the error, the caller one calm sentence.</summary>
internal sealed class UnexpectedErrors(ILogger<UnexpectedErrors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return true;

        var problem = exception is DbException { IsTransient: true } or SocketException ? ApiFailures.Unavailable : ApiFailures.Unexpected;
        ApiLog.RequestFailed(logger, exception, httpContext.TraceIdentifier, problem.Code);
        httpContext.Response.StatusCode = problem.Status;
        await problem.WriteAsync(httpContext);
        return true;
    }
}
