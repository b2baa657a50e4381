package dev.followthrough.alerting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import java.time.Instant;

/** Who may import whom. */
@AnalyzeClasses(
        packages = "dev.followthrough.alerting",
        importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule domainKnowsNoKafkaNoHttpNoSlackAndNoOtherPackage =
            noClasses()
                    .that()
                    .resideInAPackage("..domain..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka..",
                            "com.slack..",
                            "java.net..",
                            "dev.followthrough.service..",
                            "..topology..",
                            "..notify..",
                            "..query..",
                            "..app..");

    @ArchTest
    static final ArchRule topologyHasNoHttpAndNoSlack =
            noClasses()
                    .that()
                    .resideInAPackage("..topology..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "com.slack..",
                            "java.net..",
                            "..service.http..",
                            "..notify..",
                            "..query..",
                            "..app..");

    @ArchTest
    static final ArchRule notifierIsAPlainConsumer =
            noClasses()
                    .that()
                    .resideInAPackage("..notify..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka.streams..",
                            "dev.followthrough.service..",
                            "..topology..",
                            "..query..",
                            "..app..");

    @ArchTest
    static final ArchRule queriesKnowNoKafka =
            noClasses()
                    .that()
                    .resideInAPackage("..query..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka..",
                            "com.slack..",
                            "..topology..",
                            "..notify..",
                            "..app..");

    @ArchTest
    static final ArchRule theClockIsReadInAppOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..app..")
                    .should()
                    .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule siblingsMeetInTopics =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackages(
                            "dev.followthrough.commitments..",
                            "dev.followthrough.extract..",
                            "dev.followthrough.ingest..",
                            "dev.followthrough.standalone..");
}
