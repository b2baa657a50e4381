package dev.followthrough.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.followthrough.service",
        importOptions = ArchitectureTest.MainOnly.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule noOtherModuleButContracts =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.followthrough.ingest..",
                            "dev.followthrough.extract..",
                            "dev.followthrough.commitments..",
                            "dev.followthrough.alerting..",
                            "dev.followthrough.standalone..");

    @ArchTest
    static final ArchRule theWebServerIsKnownToHttpAlone =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.followthrough.service.http")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.helidon..");

    @ArchTest
    static final ArchRule streamsKnowNoHttp =
            noClasses()
                    .that()
                    .resideInAPackage("dev.followthrough.service.streams")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.followthrough.service.http");

    @ArchTest
    static final ArchRule httpAndConfigKnowNoStreams =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.followthrough.service.http", "dev.followthrough.service.config")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka.streams..");

    @ArchTest
    static final ArchRule timeIsGiven =
            noClasses().should().callMethod(java.time.Instant.class, "now");

    /** Rules are about what is shipped. */
    static final class MainOnly implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("/test/");
        }
    }
}
