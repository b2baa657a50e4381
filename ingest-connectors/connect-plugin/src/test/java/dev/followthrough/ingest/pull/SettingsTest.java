package dev.followthrough.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

class SettingsTest {
    private static final ConfigDef DEF =
            PullConfig.define(60_000)
                    .define("crm.token", ConfigDef.Type.PASSWORD, ConfigDef.Importance.HIGH, "x")
                    .define(
                            "crm.objects",
                            ConfigDef.Type.LIST,
                            "notes",
                            ConfigDef.ValidList.in("notes", "calls"),
                            ConfigDef.Importance.HIGH,
                            "x");

    private static List<String> check(String key, String value) {
        Map<String, String> settings = new HashMap<>();
        settings.put("crm.token", "hush-hush");
        settings.put("topic.partitions", "4");
        settings.put(key, value);
        return found(settings);
    }

    private static List<String> found(Map<String, String> settings) {
        return Settings.check(DEF, settings, DEF.validate(settings)).stream()
                .map(found -> found.verdict() + " " + found.key() + ": " + found.words())
                .toList();
    }

    @Test
    void whatIsMissingIsSaidOnce() {
        // When
        List<String> found = found(Map.of());

        // Then
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "WRONG crm.token: must be set", "WRONG topic.partitions: must be set");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "poll.interval.ms | 1 minute | 1 minute: must be a whole number",
                "poll.interval.ms | 1 | 1: must be at least 10",
                "check.on.validate | yes | yes: must be either true or false",
                "crm.objects | notes,call | call: must be one of: notes, calls",
                "start.from | spring | spring: must be all, now, a date (2026-01-31) or an instant (…T09:00:00Z)"
            })
    void aWrongValueIsSaidOnceWithItsRuleAndNoTypeOfJava(String key, String value, String words) {
        // When
        List<String> found = check(key, value);

        // Then
        assertThat(found).containsExactly("WRONG " + key + ": " + words);
    }

    @ParameterizedTest
    @CsvSource({
        "crm.tokn, crm.token",
        "crm.object, crm.objects",
        "token, crm.token",
        "start.form, start.from",
        "poll.intervall.ms, poll.interval.ms"
    })
    void aSlipOfTheFingersIsWrongAndItsMeaningIsOffered(String key, String meant) {
        // When
        List<String> found = check(key, "x");

        // Then
        assertThat(found)
                .containsExactly(
                        "WRONG "
                                + key
                                + ": is no setting of this connector, and is not read; write "
                                + meant);
    }

    @Test
    void whatIsLikeNoSettingDeservesALook() {
        // When
        List<String> found = check("owner.team", "revops");

        // Then
        assertThat(found)
                .containsExactly(
                        "UNKNOWN null: owner.team is no setting of this connector, and is not read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "connector.class",
                "tasks.max",
                "key.converter",
                "value.converter.schemas.enable",
                "exactly.once.support",
                "transforms.mask.type",
                "producer.override.linger.ms"
            })
    void connectsOwnSettingsAreNotTheConnectorsMatter(String key) {
        // When
        List<String> found = check(key, "x");

        // Then
        assertThat(found).isEmpty();
    }
}
