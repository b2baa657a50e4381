package dev.followthrough.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.followthrough.standalone",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CLI = "dev.followthrough.standalone.cli..";
    private static final String APP = "dev.followthrough.standalone.app..";
    private static final String SCAN = "dev.followthrough.standalone.scan..";

    @ArchTest
    static final ArchRule nothingKnowsTheCommandLine =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(CLI)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(CLI, "picocli..");

    @ArchTest
    static final ArchRule scanNeedsNoKafka =
            noClasses()
                    .that()
                    .resideInAPackage(SCAN)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule brokerInternalsAreUsedInOnePlace =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.followthrough.standalone.broker..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "kafka..", "org.apache.kafka.metadata..", "org.apache.kafka.server..");

    @ArchTest
    static final ArchRule connectInternalsAreUsedInOnePlace =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.followthrough.standalone.connect..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka.connect.runtime..", "org.apache.kafka.connect.cli..");

    @ArchTest
    static final ArchRule scanAndShowDoNotStartAnything =
            noClasses()
                    .that()
                    .resideInAnyPackage(SCAN, "dev.followthrough.standalone.show..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(APP);
}
