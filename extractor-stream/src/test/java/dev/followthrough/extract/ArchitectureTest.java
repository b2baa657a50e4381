package dev.followthrough.extract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import java.time.Instant;

/** Who may import whom, in one-line rules. */
@AnalyzeClasses(
        packages = "dev.followthrough.extract",
        importOptions = ArchitectureTest.MainOnly.class)
class ArchitectureTest {
    /** Whatever the build calls its folder of test classes. */
    static final class MainOnly implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("/test/dev/");
        }
    }

    private static final String ROOT = "dev.followthrough.extract";
    private static final String[] CORE = {
        ROOT,
        ROOT + ".text",
        ROOT + ".rules",
        ROOT + ".parse",
        ROOT + ".judge",
        ROOT + ".refine",
        ROOT + ".time..",
        ROOT + ".attribution",
        ROOT + ".conversation",
        ROOT + ".contract",
        ROOT + ".explain",
        ROOT + ".train"
    };

    @ArchTest
    static final ArchRule coreKnowsNoKafkaNorHttpNorMetrics =
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka..",
                            "io.helidon..",
                            "io.micrometer..",
                            "java.net..",
                            "dev.followthrough.service..");

    @ArchTest
    static final ArchRule theClockIsReadInAppOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + ".app")
                    .should()
                    .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule coreKnowsNoRandomness =
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Random");

    @ArchTest
    static final ArchRule onlyTextAndTheTrainerDependOnOpenNlp =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + ".text", ROOT + ".train")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("opennlp..");

    @ArchTest
    static final ArchRule yamlIsReadInRulesOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + ".rules", ROOT + ".time.rules")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.fasterxml.jackson.dataformat..", "org.yaml..");

    @ArchTest
    static final ArchRule kafkaIsUsedInTopologyAndAppOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + ".topology", ROOT + ".app")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule topologyKnowsNoHttp =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".topology")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.helidon..", "java.net.http..");

    @ArchTest
    static final ArchRule nobodyImportsAppOrTheTrainerButApp =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + ".app", ROOT + ".train")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + ".app", ROOT + ".train");

    @ArchTest
    static final ArchRule noSiblingIsImportedButContractsAndService =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.followthrough.ingest..",
                            "dev.followthrough.commitments..",
                            "dev.followthrough.alerting..",
                            "dev.followthrough.standalone..");
}
