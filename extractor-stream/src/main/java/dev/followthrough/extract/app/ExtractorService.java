package dev.followthrough.extract.app;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ContractFact;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Setup;
import dev.followthrough.extract.conversation.Reader;
import dev.followthrough.extract.topology.ExtractTopology;
import dev.followthrough.extract.topology.ReadingTools;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.streams.StreamsApplication;
import dev.followthrough.service.streams.StreamsService;
import dev.followthrough.service.topics.TopicProvisioner;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.common.config.ConfigDef;

import java.util.ArrayList;
import java.util.List;

/** Signals to readings, as a service. */
public final class ExtractorService {
    /** Folder, application id and metrics tag. */
    public static final String NAME = "extractor-stream";

    private ExtractorService() {}

    /** The service's own settings. */
    public static ConfigDef settings() {
        return ExtractorSettings.define();
    }

    /** Creates its topics where allowed and starts; close it to stop. */
    public static StreamsService start(ServiceConfig config, Host host) {
        Setup setup = ExtractorSettings.setup(config);
        TopicProvisioner.provision(config, topics());
        return StreamsService.start(
                config, host, application(config.deployment(), host.metrics(), setup));
    }

    static StreamsApplication application(
            Deployment deployment, MeterRegistry metrics, Setup setup) {
        ReadingTools tools =
                new ReadingTools(
                        () -> reader(setup), setup.version(), deployment.partitions(), metrics);
        return new StreamsApplication(
                NAME, "extract", builder -> new ExtractTopology(deployment, tools).addTo(builder));
    }

    /** A reader of its own for each thread: the extractor's tools are not thread-safe. */
    public static Reader reader(Setup setup) {
        Extractor extractor = setup.extractor();
        return new Reader() {
            @Override
            public List<Candidate> read(Signal signal, Context context) {
                return extractor.candidates(signal, context);
            }

            @Override
            public List<ContractFact> contract(Signal signal) {
                return extractor.contract(signal);
            }
        };
    }

    private static List<Topic<?>> topics() {
        List<Topic<?>> topics = new ArrayList<>(Topics.signals());
        topics.addAll(
                List.of(
                        Topics.ACTION,
                        Topics.DIRECTORY,
                        Topics.READING,
                        Topics.deadLetter("extract")));
        return topics;
    }
}
