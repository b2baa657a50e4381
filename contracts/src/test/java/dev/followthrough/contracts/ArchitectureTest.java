package dev.followthrough.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.followthrough.contracts",
        importOptions = ArchitectureTest.MainOnly.class)
class ArchitectureTest {
    private static final String MODEL = "dev.followthrough.contracts.model..";
    private static final String JSON = "dev.followthrough.contracts.json..";
    private static final String TOPIC = "dev.followthrough.contracts.topic..";

    @ArchTest
    static final ArchRule modelImportsJavaAndNullMarksOnly =
            classes()
                    .that()
                    .resideInAPackage(MODEL)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(MODEL, "java..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule jsonKnowsNoKafka =
            classes()
                    .that()
                    .resideInAPackage(JSON)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            JSON,
                            MODEL,
                            "java..",
                            "org.jspecify.annotations..",
                            "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule topicsKnowKafkasCommonTypesButNoClients =
            classes()
                    .that()
                    .resideInAPackage(TOPIC)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            TOPIC,
                            JSON,
                            MODEL,
                            "java..",
                            "org.jspecify.annotations..",
                            "org.apache.kafka.common..",
                            "org.apache.kafka.clients.producer");

    @ArchTest
    static final ArchRule nothingReadsOrWritesAnywhere =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..");

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
