package dev.followthrough.ingest.receiver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import java.util.stream.Stream;

@AnalyzeClasses(
        packages = "dev.followthrough.ingest.receiver",
        importOptions = ArchitectureTest.MainOnly.class)
class ArchitectureTest {
    /** Decision 25: the pure mappers, and nothing else of the other half of ingest. */
    private static final String[] MAPPERS = {
        "dev.followthrough.ingest",
        "dev.followthrough.ingest.slack",
        "dev.followthrough.ingest.crm",
        "dev.followthrough.ingest.hubspot",
        "dev.followthrough.ingest.zoom"
    };

    private static final String[] LIBRARIES = {
        "dev.followthrough.ingest.receiver..",
        "dev.followthrough.contracts..",
        "dev.followthrough.service..",
        "java..",
        "javax.crypto..",
        "com.fasterxml.jackson..",
        "com.slack.api..",
        "io.micrometer.core..",
        "org.apache.kafka.clients.producer",
        "org.apache.kafka.common..",
        "org.jspecify.annotations..",
        "org.slf4j.."
    };

    @ArchTest
    static final ArchRule importsContractsServiceAndTheMappersAndNoOtherModule =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            Stream.of(MAPPERS, LIBRARIES)
                                    .flatMap(Stream::of)
                                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule onlyOneClassWritesToKafka =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("KafkaRecords")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka.clients..");

    @ArchTest
    static final ArchRule onlyTheSocketKnowsSlacksClient =
            noClasses()
                    .that()
                    .haveSimpleNameNotStartingWith("SlackSocket")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.slack.api..");

    @ArchTest
    static final ArchRule sourcesDoNotImportEachOther =
            slices().matching(
                            "dev.followthrough.ingest.receiver.(slack|hubspot|zoom|support|event)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule theDoorKnowsNoSource =
            noClasses()
                    .that()
                    .resideInAPackage("dev.followthrough.ingest.receiver.door")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.followthrough.ingest.receiver",
                            "dev.followthrough.ingest.receiver.slack..",
                            "dev.followthrough.ingest.receiver.hubspot..",
                            "dev.followthrough.ingest.receiver.zoom..",
                            "dev.followthrough.ingest.receiver.support..",
                            "dev.followthrough.ingest.receiver.event..");

    @ArchTest
    static final ArchRule nobodyAsksWhatTimeItIs =
            noClasses().should().callMethod(java.time.Instant.class, "now");

    /** Rules are about what is shipped. */
    static final class MainOnly implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("/test/");
        }
    }
}
