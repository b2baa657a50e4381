package dev.followthrough.contracts.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.CommitmentId;
import dev.followthrough.contracts.model.ContractFact;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationId;
import dev.followthrough.contracts.model.Owner;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.SignalId;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * How the model is written: ids as strings, enums in lower case, alternatives by a {@code type} or
 * {@code kind} field.
 */
final class ContractsModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ContractsModule() {
        for (Class<?> id :
                List.of(
                        SignalId.class,
                        ConversationId.class,
                        AccountId.class,
                        DealId.class,
                        CommitmentId.class,
                        ActionId.class,
                        EscalationId.class)) {
            setMixInAnnotation(id, Id.class);
        }
        setMixInAnnotation(Candidate.class, CandidateTypes.class);
        setMixInAnnotation(Doer.class, DoerKinds.class);
        setMixInAnnotation(Owner.class, OwnerKinds.class);
        setMixInAnnotation(DirectoryEntry.class, DirectoryKinds.class);
        setMixInAnnotation(ContractFact.Value.class, ContractValues.class);
        setMixInAnnotation(Reading.class, ContractIfAny.class);
        setMixInAnnotation(Candidate.ScopeStatement.class, MatterIfAny.class);
        setMixInAnnotation(Escalation.State.class, EscalationStates.class);
        addSerializer(Candidate.Unknown.class, new WriteUnknown());
        addDeserializer(Candidate.Unknown.class, new ReadUnknown());
        setSerializerModifier(new WriteEnums());
        setDeserializerModifier(new ReadEnums());
    }

    /** An id is its value. */
    private abstract static class Id {
        @JsonCreator
        Id(@SuppressWarnings("unused") String value) {}

        @JsonValue
        abstract String value();
    }

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            property = "type",
            visible = true,
            defaultImpl = Candidate.Unknown.class)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Candidate.Promise.class, name = "promise"),
        @JsonSubTypes.Type(value = Candidate.Request.class, name = "request"),
        @JsonSubTypes.Type(value = Candidate.Acceptance.class, name = "acceptance"),
        @JsonSubTypes.Type(value = Candidate.Fulfilment.class, name = "fulfilment"),
        @JsonSubTypes.Type(value = Candidate.Rescheduling.class, name = "rescheduling"),
        @JsonSubTypes.Type(value = Candidate.Reassignment.class, name = "reassignment"),
        @JsonSubTypes.Type(value = Candidate.Withdrawal.class, name = "withdrawal"),
        @JsonSubTypes.Type(value = Candidate.Milestone.class, name = "milestone"),
        @JsonSubTypes.Type(value = Candidate.ScopeStatement.class, name = "scope"),
        @JsonSubTypes.Type(value = Candidate.ContextNote.class, name = "context")
    })
    private interface CandidateTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Doer.Person.class, name = "person"),
        @JsonSubTypes.Type(value = Doer.Team.class, name = "team"),
        @JsonSubTypes.Type(value = Doer.Nobody.class, name = "nobody")
    })
    private interface DoerKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Owner.Stated.class, name = "stated"),
        @JsonSubTypes.Type(value = Owner.Assigned.class, name = "assigned"),
        @JsonSubTypes.Type(value = Owner.None.class, name = "none")
    })
    private interface OwnerKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = DirectoryEntry.Account.class, name = "account"),
        @JsonSubTypes.Type(value = DirectoryEntry.Deal.class, name = "deal"),
        @JsonSubTypes.Type(value = DirectoryEntry.Person.class, name = "person"),
        @JsonSubTypes.Type(value = DirectoryEntry.Channel.class, name = "channel")
    })
    private interface DirectoryKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Escalation.State.Open.class, name = "open"),
        @JsonSubTypes.Type(value = Escalation.State.Acknowledged.class, name = "acknowledged"),
        @JsonSubTypes.Type(value = Escalation.State.Snoozed.class, name = "snoozed"),
        @JsonSubTypes.Type(value = Escalation.State.Resolved.class, name = "resolved")
    })
    private interface EscalationStates {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ContractFact.Value.Date.class, name = "date"),
        @JsonSubTypes.Type(value = ContractFact.Value.Length.class, name = "length"),
        @JsonSubTypes.Type(value = ContractFact.Value.Amount.class, name = "amount"),
        @JsonSubTypes.Type(value = ContractFact.Value.OpenEnded.class, name = "open_ended")
    })
    private interface ContractValues {}

    /**
     * Absent means none, as before there were any: what says nothing of a contract is unchanged.
     */
    private abstract static class ContractIfAny {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @SuppressWarnings("unused") // Jackson reads the annotation
        private List<ContractFact> contract = List.of();
    }

    /** Absent means none, as before scope statements had any. */
    private abstract static class MatterIfAny {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @SuppressWarnings("unused") // Jackson reads the annotation
        private List<String> matter = List.of();
    }

    /** A kind this version does not know leaves as it came. */
    private static final class WriteUnknown extends StdSerializer<Candidate.Unknown> {
        private static final long serialVersionUID = 1L;

        WriteUnknown() {
            super(Candidate.Unknown.class);
        }

        @Override
        public void serialize(
                Candidate.Unknown value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeTree(((ObjectMapper) out.getCodec()).readTree(value.json()));
        }

        @Override
        public void serializeWithType(
                Candidate.Unknown value,
                JsonGenerator out,
                SerializerProvider provider,
                com.fasterxml.jackson.databind.jsontype.TypeSerializer type)
                throws IOException {
            serialize(value, out, provider);
        }
    }

    private static final class ReadUnknown extends StdDeserializer<Candidate.Unknown> {
        private static final long serialVersionUID = 1L;

        ReadUnknown() {
            super(Candidate.Unknown.class);
        }

        @Override
        public Candidate.Unknown deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            com.fasterxml.jackson.databind.node.ObjectNode tree = in.readValueAsTree();
            var evidence =
                    in.getCodec()
                            .treeToValue(
                                    tree.path("evidence"),
                                    dev.followthrough.contracts.model.Evidence.class);
            return new Candidate.Unknown(
                    evidence,
                    tree.path("confidence").asDouble(0),
                    tree.path("type").asText("unknown"),
                    tree.toString());
        }
    }

    private static final class WriteEnums extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifyEnumSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription bean,
                JsonSerializer<?> given) {
            return new StdSerializer<Enum<?>>(Enum.class, false) {
                private static final long serialVersionUID = 1L;

                @Override
                public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider)
                        throws IOException {
                    out.writeString(value.name().toLowerCase(Locale.ROOT));
                }
            };
        }
    }

    private static final class ReadEnums extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription bean,
                JsonDeserializer<?> given) {
            return new StdDeserializer<Enum<?>>(type.getRawClass()) {
                private static final long serialVersionUID = 1L;

                @Override
                public Enum<?> deserialize(JsonParser in, DeserializationContext context)
                        throws IOException {
                    String name = in.getValueAsString("");
                    for (Object constant : type.getRawClass().getEnumConstants()) {
                        if (((Enum<?>) constant).name().equalsIgnoreCase(name)) {
                            return (Enum<?>) constant;
                        }
                    }
                    return (Enum<?>)
                            context.handleWeirdStringValue(
                                    type.getRawClass(), name, "not one of the known values");
                }
            };
        }
    }
}
