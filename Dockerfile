# The host alone; its database is the other service of docker-compose.yml. Ubuntu's own archive carries .NET 10.
FROM ubuntu:26.04 AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates dotnet-sdk-10.0 npm \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props global.json .editorconfig ./
COPY eng/BannedSymbols.txt eng/webchat.sh eng/
# The script of the chat page, pinned and checked; the host serves it itself.
RUN bash eng/webchat.sh
COPY src src
RUN dotnet publish src/FactoryBot/FactoryBot.csproj -c Release -o /app --use-current-runtime --self-contained false -p:PublishReadyToRun=true

FROM ubuntu:26.04
RUN apt-get update \
    && apt-get install -y --no-install-recommends aspnetcore-runtime-10.0 ca-certificates curl fonts-dejavu-core librsvg2-bin poppler-utils tzdata wordnet-base \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home factorybot
COPY --from=build /app /app
USER factorybot
WORKDIR /app
# The second and third as in eng/run.sh.
ENV ASPNETCORE_URLS=http://+:3978 DOTNET_EnableWriteXorExecute=0 DOTNET_GCgen0size=0x400000
EXPOSE 3978
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:3978/health/live"]
ENTRYPOINT ["dotnet", "factorybot.dll"]
CMD ["serve"]
