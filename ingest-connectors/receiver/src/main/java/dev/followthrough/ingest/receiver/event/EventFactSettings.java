package dev.followthrough.ingest.receiver.event;

import com.fasterxml.jackson.core.JsonPointer;

import dev.followthrough.service.config.ConfigException;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The settings of what an item states beside its words: to whom, with which files, of what task.
 */
final class EventFactSettings {
    private static final String AUDIENCE = EventSettings.PREFIX + "audience";
    private static final String ATTACHMENTS = EventSettings.PREFIX + "attachments";
    private static final String STATUS = EventSettings.PREFIX + "task.status";
    private static final String COMPLETED = EventSettings.PREFIX + "task.completed";
    private static final String DUE = EventSettings.PREFIX + "task.due";
    private static final String ASSIGNEE = EventSettings.PREFIX + "task.assignee";

    private EventFactSettings() {}

    static void define(ConfigDef def) {
        EventSettings.pointer(
                def,
                AUDIENCE,
                "",
                Importance.MEDIUM,
                "Who is spoken to: a person or an array of them, 50 at most. A person is a text (an address, a name with a space, else an id) or an object with id, name "
                        + "or email.");
        EventSettings.pointer(
                def,
                ATTACHMENTS,
                "",
                Importance.LOW,
                "Names of attached files: texts, or objects with a name.");
        EventSettings.pointer(
                def,
                STATUS,
                "",
                Importance.MEDIUM,
                "The task's status, a text, or true where it is done. Needs the kind task; declare revision too, or a change of status may lose against what stood before.");
        def.define(
                COMPLETED,
                Type.LIST,
                List.of("completed", "complete", "done", "closed", "resolved"),
                Importance.LOW,
                "Statuses that mean done, whatever their case.");
        EventSettings.pointer(
                def,
                DUE,
                "",
                Importance.MEDIUM,
                "When the task is due, as a time like that of at; a day lasts to its end in the declared zone. Needs the kind task.");
        EventSettings.pointer(
                def,
                ASSIGNEE,
                "",
                Importance.MEDIUM,
                "Who the task is assigned to, a person as in audience; of several the first. Needs the kind task.");
    }

    static @Nullable JsonPointer audience(ServiceConfig config, String source) {
        return EventSettings.optional(config, AUDIENCE, source);
    }

    static @Nullable JsonPointer attachments(ServiceConfig config, String source) {
        return EventSettings.optional(config, ATTACHMENTS, source);
    }

    static EventFields.Task task(ServiceConfig config, String source) {
        return new EventFields.Task(
                EventSettings.optional(config, STATUS, source),
                config.list(ServiceConfig.key(COMPLETED, source)).stream()
                        .map(status -> status.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                EventSettings.optional(config, DUE, source),
                EventSettings.optional(config, ASSIGNEE, source));
    }

    /**
     * @throws ConfigException where fields of a task are declared of what is none: nothing would be
     *     made of them
     */
    static void check(ServiceConfig config, String source) {
        if (!EventSettings.text(config, EventSettings.KIND, source).equals("task")
                && task(config, source).isDeclared()) {
            String key = ServiceConfig.key(EventSettings.KIND, source);
            throw new ConfigException(
                    key, config.text(key), "must be task where task.* is declared");
        }
    }
}
