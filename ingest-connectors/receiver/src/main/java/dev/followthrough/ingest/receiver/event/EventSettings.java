package dev.followthrough.ingest.receiver.event;

import static org.apache.kafka.common.config.ConfigDef.ValidString.in;

import com.fasterxml.jackson.core.JsonPointer;

import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The settings of declared sources: {@code receiver.events.<source>.*}. */
final class EventSettings {
    static final String PREFIX = "receiver.events.<source>.";
    static final String SECRET = PREFIX + "secret";
    static final String CHECK = PREFIX + "check";
    static final String HEADER = PREFIX + "header";
    static final String TIMESTAMP = PREFIX + "timestamp.header";
    private static final String TO = PREFIX + "to";
    static final String KIND = PREFIX + "kind";
    private static final String ITEMS = PREFIX + "items";
    private static final String WHEN = PREFIX + "when";
    private static final String ID = PREFIX + "id";
    private static final String CONVERSATION = PREFIX + "conversation";
    private static final String REPLY_TO = PREFIX + "reply.to";
    private static final String REVISION = PREFIX + "revision";
    private static final String DELETED = PREFIX + "deleted";
    private static final String AT = PREFIX + "at";
    private static final String ZONE = PREFIX + "zone";
    private static final String TEXT = PREFIX + "text";
    private static final String AUTHOR_ID = PREFIX + "author.id";
    private static final String AUTHOR_NAME = PREFIX + "author.name";
    private static final String AUTHOR_EMAIL = PREFIX + "author.email";
    private static final String AUTHOR_OURS = PREFIX + "author.ours";
    private static final String SIDE = PREFIX + "side";
    private static final String ACCOUNT = PREFIX + "account";
    private static final String DEAL = PREFIX + "deal";
    private static final String LINK = PREFIX + "link";
    private static final String PERMALINK = PREFIX + "permalink";

    private static final Validator POINTER =
            validator("a JSON Pointer, such as /issue/id", EventSettings::isPointer);
    private static final Validator POINTERS =
            validator(
                    "JSON Pointers, separated by commas",
                    value ->
                            value instanceof List<?> list
                                    && list.stream().allMatch(EventSettings::isPointer));
    private static final Validator CONDITIONS =
            validator(
                    "pairs such as /action=created, separated by commas",
                    value ->
                            value instanceof List<?> list
                                    && list.stream().allMatch(EventSettings::isCondition));
    private static final Validator A_ZONE =
            validator("a time zone, such as Europe/Lisbon", EventSettings::isZone);

    private EventSettings() {}

    static void define(ConfigDef def) {
        sender(def);
        place(def);
        content(def);
        author(def);
        EventFactSettings.define(def);
    }

    private static void sender(ConfigDef def) {
        def.define(
                SECRET,
                Type.PASSWORD,
                ConfigDef.NO_DEFAULT_VALUE,
                Importance.HIGH,
                "Secret shared with a source of your naming (lower-case letters and digits), which then is received at /v1/events/<source>; give it by reference.");
        string(
                def,
                CHECK,
                "hmac-sha256",
                in("hmac-sha256", "token"),
                Importance.MEDIUM,
                "How the source proves itself: hmac-sha256 signs the body with the secret; token sends the secret itself.");
        string(
                def,
                HEADER,
                "",
                null,
                Importance.MEDIUM,
                "The header that holds the signature (hexadecimal or base64, with or without sha256= before it) or the token (with or without Bearer before it). Empty "
                        + "is X-Signature-256 or Authorization.");
        string(
                def,
                TIMESTAMP,
                "",
                null,
                Importance.LOW,
                "The header that holds the time of sending, where the source signs it as <time>.<body>; a request older or newer than five minutes is refused then. "
                        + "Empty means that the body alone is signed; a replay then changes nothing either, as it has the same keys.");
        string(
                def,
                TO,
                "event",
                in("event", "support"),
                Importance.MEDIUM,
                "The topic: event for project tools and product usage, support for tickets.");
        string(
                def,
                KIND,
                "record",
                in("record", "ticket", "note", "chat", "task", "document"),
                Importance.LOW,
                "What kind of thing an item is.");
    }

    private static void place(ConfigDef def) {
        pointer(
                def,
                ITEMS,
                "",
                Importance.MEDIUM,
                "Where the items of one call stand: an array, or one object. Empty is the document itself. All pointers below start at an item.");
        def.define(
                WHEN,
                Type.LIST,
                List.of(),
                CONDITIONS,
                Importance.MEDIUM,
                "What must stand in an item for it to be kept: /action=created. All pairs must hold; the other items are left out and counted.");
        pointer(
                def,
                ID,
                "/id",
                Importance.HIGH,
                "The item's id at the source, stable over its edits. Two items with the same id are one signal.");
        pointer(
                def,
                CONVERSATION,
                "",
                Importance.MEDIUM,
                "The thread, ticket or object that an item belongs to, which never changes. Empty makes each item a conversation of its own.");
        pointer(def, REPLY_TO, "", Importance.LOW, "The id of the item that this one answers.");
        pointer(
                def,
                REVISION,
                "",
                Importance.LOW,
                "When the item was edited, or its version, as number or time; a higher one wins. Empty: of two texts with one id the choice is arbitrary, though always the same.");
        pointer(
                def,
                DELETED,
                "",
                Importance.LOW,
                "Where true stands if the item was deleted; what was found in it is then taken back.");
        pointer(
                def,
                LINK,
                "",
                Importance.LOW,
                "The address where a person finds the item; shown as evidence.");
        pointer(
                def,
                PERMALINK,
                "",
                Importance.LOW,
                "The address of the item, an https one, for the header permalink of its signals. Empty takes link.");
    }

    private static void content(ConfigDef def) {
        pointer(
                def,
                AT,
                "/created_at",
                Importance.HIGH,
                "When it was said: ISO 8601, or seconds or milliseconds since 1970. Never the time of receipt, or a second delivery would be another record.");
        string(
                def,
                ZONE,
                "UTC",
                A_ZONE,
                Importance.LOW,
                "Zone of the authors, in which “Friday” is read, and of times without an offset.");
        def.define(
                TEXT,
                Type.LIST,
                List.of("/text"),
                POINTERS,
                Importance.HIGH,
                "The words, plain or HTML; several are lines of one text, in this order.");
        pointer(
                def,
                ACCOUNT,
                "",
                Importance.MEDIUM,
                "The customer, as an id of the directory (hubspot:company/7) or a mail domain.");
        pointer(
                def,
                DEAL,
                "",
                Importance.LOW,
                "The deal, as an id of the directory (hubspot:deal/7).");
    }

    private static void author(ConfigDef def) {
        pointer(def, AUTHOR_ID, "", Importance.MEDIUM, "The author's id at the source.");
        pointer(def, AUTHOR_NAME, "", Importance.MEDIUM, "The author's name.");
        pointer(
                def,
                AUTHOR_EMAIL,
                "",
                Importance.MEDIUM,
                "The author's mail address: what joins one person over all sources, and shows the customer.");
        pointer(
                def,
                AUTHOR_OURS,
                "",
                Importance.LOW,
                "Where true stands if the author is one of us, and false if the customer's.");
        string(
                def,
                SIDE,
                "unknown",
                in("ours", "customer", "unknown"),
                Importance.LOW,
                "Whose side authors are on of whom the item does not say.");
    }

    static void pointer(
            ConfigDef def, String name, String fallback, Importance importance, String doc) {
        def.define(name, Type.STRING, fallback, POINTER, importance, doc);
    }

    private static void string(
            ConfigDef def,
            String name,
            String fallback,
            @Nullable Validator validator,
            Importance importance,
            String doc) {
        def.define(name, Type.STRING, fallback, validator, importance, doc);
    }

    private static Validator validator(String rule, Predicate<@Nullable Object> test) {
        return ConfigDef.LambdaValidator.with(
                (name, value) -> {
                    if (!test.test(value)) {
                        throw new ConfigException(name, value, "must be " + rule);
                    }
                },
                () -> rule);
    }

    private static boolean isPointer(@Nullable Object value) {
        return value instanceof String text && (text.isEmpty() || text.startsWith("/"));
    }

    private static boolean isCondition(@Nullable Object value) {
        return value instanceof String text && text.startsWith("/") && text.indexOf('=') > 1;
    }

    private static boolean isZone(@Nullable Object value) {
        try {
            ZoneId.of(String.valueOf(value));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** What is declared for one source. */
    static EventFields fields(ServiceConfig config, String source) {
        return new EventFields(
                source,
                Source.valueOf(upper(config, TO, source)),
                SignalKind.valueOf(upper(config, KIND, source)),
                JsonPointer.compile(text(config, ITEMS, source)),
                when(config, source),
                JsonPointer.compile(text(config, ID, source)),
                optional(config, CONVERSATION, source),
                optional(config, REPLY_TO, source),
                optional(config, REVISION, source),
                optional(config, DELETED, source),
                JsonPointer.compile(text(config, AT, source)),
                ZoneId.of(text(config, ZONE, source)),
                config.list(ServiceConfig.key(TEXT, source)).stream()
                        .map(JsonPointer::compile)
                        .toList(),
                new EventFields.Author(
                        optional(config, AUTHOR_ID, source),
                        optional(config, AUTHOR_NAME, source),
                        optional(config, AUTHOR_EMAIL, source),
                        optional(config, AUTHOR_OURS, source),
                        Side.valueOf(upper(config, SIDE, source))),
                optional(config, ACCOUNT, source),
                optional(config, DEAL, source),
                optional(config, LINK, source),
                optional(config, PERMALINK, source),
                EventFactSettings.audience(config, source),
                EventFactSettings.attachments(config, source),
                EventFactSettings.task(config, source));
    }

    private static Map<JsonPointer, String> when(ServiceConfig config, String source) {
        Map<JsonPointer, String> when = new LinkedHashMap<>();
        for (String pair : config.list(ServiceConfig.key(WHEN, source))) {
            int equals = pair.indexOf('=');
            when.put(
                    JsonPointer.compile(pair.substring(0, equals).strip()),
                    pair.substring(equals + 1).strip());
        }
        return when;
    }

    static String text(ServiceConfig config, String template, String source) {
        return config.text(ServiceConfig.key(template, source));
    }

    private static String upper(ServiceConfig config, String template, String source) {
        return text(config, template, source).toUpperCase(Locale.ROOT);
    }

    static @Nullable JsonPointer optional(ServiceConfig config, String template, String source) {
        String pointer = text(config, template, source);
        return pointer.isEmpty() ? null : JsonPointer.compile(pointer);
    }
}
