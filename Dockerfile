FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
RUN mvn -q -B dependency:go-offline
COPY processes processes
COPY db db
COPY src src
RUN mvn -q -B package -DskipTests \
    && java -Djarmode=tools -jar target/fairnotice.jar extract --destination /app

FROM eclipse-temurin:17-jre
RUN useradd --system --create-home --uid 10001 fairnotice \
    && install -d -o fairnotice -g fairnotice -m 0700 /data
COPY --from=build /app /app
USER fairnotice
ENV FAIRNOTICE_DATA=/data
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/fairnotice.jar"]
