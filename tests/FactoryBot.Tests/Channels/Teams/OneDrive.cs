using System.Net;

namespace FactoryBot.Tests.Channels.Teams;

/// <summary>Takes uploads without a wire.</summary>
internal sealed class OneDrive
{
    public HttpStatusCode Status { get; set; } = HttpStatusCode.Created;

    public List<(Uri To, string? Range, string? Token, byte[] Content)> Uploads { get; } = [];

    public HttpMessageInvoker Http() => new(new Handler(this));

    private sealed class Handler(OneDrive drive) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            drive.Uploads.Add((request.RequestUri!, request.Content.Headers.ContentRange?.ToString(), request.Headers.Authorization?.ToString(), content));
            return new(drive.Status);
        }
    }
}
