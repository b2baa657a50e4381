package dev.followthrough.ingest.receiver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.followthrough.ingest.receiver",
        importOptions = ArchitectureTest.MainOnly.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule importsContractsAndServiceAndNoOtherModule =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.followthrough.ingest.receiver",
                            "dev.followthrough.contracts..",
                            "dev.followthrough.service..",
                            "java..",
                            "javax.crypto..",
                            "com.fasterxml.jackson..",
                            "io.micrometer.core..",
                            "org.apache.kafka.clients.producer",
                            "org.apache.kafka.common..",
                            "org.jspecify.annotations..",
                            "org.slf4j..");

    @ArchTest
    static final ArchRule onlyTheSinkWritesToKafka =
            noClasses()
                    .that()
                    .haveSimpleNameNotStartingWith("KafkaActions")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka.clients..");

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
