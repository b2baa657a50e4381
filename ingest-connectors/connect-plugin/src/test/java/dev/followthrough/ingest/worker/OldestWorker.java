package dev.followthrough.ingest.worker;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The oldest Kafka Connect that the plug-in is for, as it is installed: a JVM of its own, of Java
 * 17 where there is one, with its own jars, and our archive unpacked on its {@code plugin.path}.
 */
public final class OldestWorker implements AutoCloseable {
    private static final Path LIB = Path.of(System.getProperty("followthrough.worker", ""));
    private static final Path ARCHIVE = Path.of(System.getProperty("followthrough.archive", ""));

    /** Seconds on a quiet machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String SETTINGS =
            """
            group.id=connect
            exactly.once.source.support=enabled
            plugin.discovery=service_load
            scheduled.rebalance.max.delay.ms=0
            session.timeout.ms=6000
            heartbeat.interval.ms=1000
            producer.transaction.timeout.ms=5000
            offset.storage.partitions=1
            status.storage.partitions=1
            key.converter=org.apache.kafka.connect.converters.ByteArrayConverter
            value.converter=org.apache.kafka.connect.converters.ByteArrayConverter
            config.providers=env
            config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider
            config.storage.topic=oldest-config
            config.storage.replication.factor=1
            offset.storage.topic=oldest-offset
            offset.storage.replication.factor=1
            status.storage.topic=oldest-status
            status.storage.replication.factor=1
            """;

    private final Process process;
    private final Path log;
    private final Rest rest;
    private final int jmx;

    private OldestWorker(Process process, Path log, Rest rest, int jmx) {
        this.process = process;
        this.log = log;
        this.rest = rest;
        this.jmx = jmx;
    }

    /** Unpacks the archive into a folder of {@code plugin.path}. */
    public static Path unpack(Path into) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(ARCHIVE))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                Path to = into.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(to);
                } else {
                    Files.createDirectories(to.getParent());
                    Files.copy(zip, to);
                }
            }
        }
        return into;
    }

    /** Starts a worker, and waits until it answers. */
    public static OldestWorker start(Path folder, String broker, Path plugins, String token)
            throws IOException {
        int port = freePort();
        int jmx = freePort();
        Path settings =
                Files.writeString(
                        folder.resolve("worker.properties"),
                        SETTINGS
                                + "bootstrap.servers="
                                + broker
                                + "\nlisteners=http://127.0.0.1:"
                                + port
                                + "\nplugin.path="
                                + plugins
                                + "\n");
        Path log = folder.resolve("worker.log");
        ProcessBuilder builder =
                new ProcessBuilder(
                        java().toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1", // it lives for half a minute
                        "-Dlog4j2.level=INFO",
                        "-Dcom.sun.management.jmxremote.host=127.0.0.1",
                        "-Dcom.sun.management.jmxremote.port=" + jmx,
                        "-Dcom.sun.management.jmxremote.rmi.port=" + jmx,
                        "-Dcom.sun.management.jmxremote.authenticate=false",
                        "-Dcom.sun.management.jmxremote.ssl=false",
                        "-Djava.rmi.server.hostname=127.0.0.1",
                        "-cp",
                        LIB + File.separator + "*",
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        settings.toString());
        builder.environment().put("SLACK_BOT_TOKEN", token);
        Process process =
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        OldestWorker worker =
                new OldestWorker(
                        process, log, new Rest(URI.create("http://127.0.0.1:" + port)), jmx);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> worker.rest.get("/connectors").startsWith("200"));
        return worker;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Java 17 where it is installed beside the Java that runs this, else that one. */
    private static Path java() throws IOException {
        Path running = Path.of(System.getProperty("java.home"));
        try (Stream<Path> beside = Files.list(running.resolveSibling("."))) {
            return beside.filter(OldestWorker::is17)
                    .findFirst()
                    .orElse(running)
                    .resolve("bin")
                    .resolve("java");
        }
    }

    private static boolean is17(Path home) {
        try {
            return Files.isExecutable(home.resolve("bin").resolve("java"))
                    && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"17");
        } catch (IOException e) {
            return false;
        }
    }

    /** The release, by the name of its jar. */
    static String version() throws IOException {
        return jar("connect-runtime-").orElse("none in " + LIB);
    }

    /** The version of a jar that the worker brings. */
    static Optional<String> jar(String name) throws IOException {
        return version(LIB, name);
    }

    static Optional<String> version(Path folder, String name) throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(jar -> jar.startsWith(name))
                    .map(jar -> jar.substring(name.length(), jar.length() - ".jar".length()))
                    .findFirst();
        }
    }

    public Rest rest() {
        return rest;
    }

    /**
     * What a monitoring tool sees of it by JMX.
     *
     * @param beans a pattern: {@code kafka.connect:type=plugins,*}
     * @return each attribute by name of the bean and its own: {@code …,task=0/read}
     */
    @SuppressWarnings("BanJNDI") // of a process that the test started
    Map<String, Object> metrics(String beans) throws Exception {
        String address = "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + jmx + "/jmxrmi";
        Map<String, Object> all = new TreeMap<>();
        try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            for (ObjectName bean : server.queryNames(new ObjectName(beans), null)) {
                for (MBeanAttributeInfo info : server.getMBeanInfo(bean).getAttributes()) {
                    all.put(bean + "/" + info.getName(), server.getAttribute(bean, info.getName()));
                }
            }
        }
        return all;
    }

    /** What the worker has logged since the first start in its folder. */
    public List<String> log() throws IOException {
        return Files.readAllLines(log);
    }

    /** As {@code kill -9} does: nothing is committed, closed or said goodbye to. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
