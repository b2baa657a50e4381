package dev.followthrough.commitments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may see whom in the commitment store. */
@AnalyzeClasses(
        packages = "dev.followthrough.commitments",
        importOptions = ArchitectureTest.MainOnly.class)
class ArchitectureTest {
    private static final String BASE = "dev.followthrough.commitments.";
    private static final String DOMAIN = BASE + "domain..";
    private static final String TOPOLOGY = BASE + "topology..";
    private static final String QUERY = BASE + "query..";
    private static final String APP = BASE + "app..";

    @ArchTest
    static final ArchRule theLedgerKnowsRecordsAndKeysOnly =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            DOMAIN,
                            "dev.followthrough.contracts..",
                            "com.fasterxml.jackson.databind..",
                            "java..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule topologiesKnowNoHttp =
            noClasses()
                    .that()
                    .resideInAPackage(TOPOLOGY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            QUERY, APP, "dev.followthrough.service..", "java.net.http..");

    @ArchTest
    static final ArchRule queriesKnowNoStreams =
            noClasses()
                    .that()
                    .resideInAPackage(QUERY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(TOPOLOGY, APP, "org.apache.kafka..");

    @ArchTest
    static final ArchRule siblingsMeetInTopicsNeverInImports =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.followthrough.extract..",
                            "dev.followthrough.ingest..",
                            "dev.followthrough.alerting..",
                            "dev.followthrough.standalone..");

    @ArchTest
    static final ArchRule nobodyReadsTheClockOutsideApp =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(APP)
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(java.util.Random.class);

    /** Rules are about what is shipped. */
    static final class MainOnly implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("/test/");
        }
    }
}
