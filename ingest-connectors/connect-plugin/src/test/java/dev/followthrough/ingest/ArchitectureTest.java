package dev.followthrough.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(
        packages = "dev.followthrough.ingest",
        importOptions = ArchitectureTest.MainOnly.class)
class ArchitectureTest {
    private static final String[] SOURCES = {
        "dev.followthrough.ingest.slack..",
        "dev.followthrough.ingest.crm..",
        "dev.followthrough.ingest.hubspot..",
        "dev.followthrough.ingest.salesforce..",
        "dev.followthrough.ingest.zoom..",
        "dev.followthrough.ingest.gong..",
        "dev.followthrough.ingest.email..",
        "dev.followthrough.ingest.meeting.."
    };

    /** Packages that a Connect worker meets. */
    private static final String[] CONNECTORS = {
        "dev.followthrough.ingest.connect..",
        "dev.followthrough.ingest.files..",
        "dev.followthrough.ingest.pull.."
    };

    @ArchTest
    static final ArchRule aSourceKnowsNoKafkaAndNoOtherSource =
            noClasses()
                    .that()
                    .resideInAnyPackage(SOURCES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka..",
                            "dev.followthrough.ingest.connect..",
                            "dev.followthrough.ingest.files..",
                            "dev.followthrough.ingest.pull..");

    @ArchTest
    static final ArchRule sourcesDoNotImportEachOther =
            slices().matching("dev.followthrough.ingest.(slack|hubspot|salesforce|zoom|gong)..")
                    .should()
                    .notDependOnEachOther();

    /** What sources may build on. */
    @ArchTest
    static final ArchRule formatsDoNotImportEachOther =
            slices().matching("dev.followthrough.ingest.(slack|crm|email|meeting)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule onlyConnectorsKnowConnect =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(CONNECTORS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule aPulledSourceKnowsNoOther =
            slices().matching("dev.followthrough.ingest.pull.(*)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule whatPullsShareKnowsNoSource =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.followthrough.ingest.pull", "dev.followthrough.ingest.connect")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.followthrough.ingest.pull.(*)..",
                            "dev.followthrough.ingest.slack..",
                            "dev.followthrough.ingest.crm..",
                            "dev.followthrough.ingest.email..",
                            "dev.followthrough.ingest.meeting..",
                            "dev.followthrough.ingest.files..");

    @ArchTest
    static final ArchRule mimeIsReadInOnePlace =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.followthrough.ingest.email..",
                            "dev.followthrough.ingest.pull.imap..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule theSlackClientIsUsedInOnePlace =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("SlackApi")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.slack.api..", "okhttp3..");

    @ArchTest
    static final ArchRule gRpcIsSpokenWithSalesforceAlone =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.followthrough.ingest.pull.salesforce")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.grpc..", "com.google.protobuf..", "com.salesforce.eventbus..");

    @ArchTest
    static final ArchRule contractsIsTheOnlySibling =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.followthrough.contracts..",
                            "dev.followthrough.ingest..",
                            "java..",
                            "javax.net..",
                            "org.jspecify.annotations..",
                            "com.fasterxml.jackson..",
                            "jakarta.mail..",
                            "jakarta.activation..",
                            "org.eclipse.angus..",
                            "org.jsoup..",
                            "com.slack.api..",
                            "okhttp3..",
                            "okio..",
                            "io.grpc..",
                            "com.salesforce.eventbus.protobuf..",
                            "org.apache.kafka..",
                            "org.slf4j..");

    @ArchTest
    static final ArchRule nothingIsWrittenToDisk =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.io.FileWriter")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.io.FileOutputStream");

    @ArchTest
    static final ArchRule nobodyAsksWhatTimeItIs =
            noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule onlyATaskTakesTheSystemsClock =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("FileSourceTask")
                    .and()
                    .doNotHaveFullyQualifiedName("dev.followthrough.ingest.pull.Tools")
                    .should()
                    .callMethod(Clock.class, "systemUTC");

    /** Rules are about what is shipped. */
    static final class MainOnly implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("/test/");
        }
    }
}
