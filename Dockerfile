# iisaudit with a Java of its own. Build and use:
#
#   docker build -t iisaudit .
#   docker run --rm -v "$PWD:/audit:ro" iisaudit scan .
#
# Both images are Debian 12, so that what the first links against is in the second. Pin them by digest where that is your rule.
FROM debian:bookworm AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN mvn -B -ntp -q -Pruntime -DskipTests package

FROM debian:bookworm-slim
# git is for --since and for what .gitignore names. It is asked with all that a repository could start switched off, so what is
# mounted may belong to anybody.
RUN apt-get update \
 && apt-get install -y --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/* \
 && git config --system --add safe.directory "*" \
 && useradd --no-create-home --uid 10001 iisaudit
COPY --from=build /src/target/iisaudit-runtime /opt/iisaudit
USER iisaudit
WORKDIR /audit
ENTRYPOINT ["/opt/iisaudit/bin/iisaudit"]
CMD ["--help"]
