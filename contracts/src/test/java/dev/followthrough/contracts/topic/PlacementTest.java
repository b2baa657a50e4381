package dev.followthrough.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

class PlacementTest {
    @Property
    void allKeysOfOnePlaceLieInOnePartition(
            @ForAll @NotEmpty String place,
            @ForAll List<String> rest,
            @ForAll @IntRange(min = 1, max = 1000) int partitions) {
        // When
        int partition = Placement.partition(new Key(place, rest), partitions);

        // Then
        assertThat(partition).isBetween(0, partitions - 1);
        assertThat(partition).isEqualTo(Placement.partition(Key.of(place), partitions));
        assertThat(partition)
                .isEqualTo(Placement.partition(new Key(place, rest).toString(), partitions));
    }

    /** Records stand where this put them: another hash would lose them. */
    @Test
    void theHashNeverChanges() {
        // Given
        List<String> keys =
                List.of(
                        "slack:T1/C1",
                        "mail:<1@vendor.example>",
                        "hubspot:company/7~0123456789abcdef",
                        "unknown:slack:T1/C1",
                        "mail:<a%7Eb@x>~rest",
                        "réunion:été");

        // When
        Map<String, Integer> found = new TreeMap<>();
        keys.forEach(key -> found.put(key, Placement.partition(key, 1000)));

        // Then
        assertThat(found)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "slack:T1/C1", 102,
                                "mail:<1@vendor.example>", 662,
                                "hubspot:company/7~0123456789abcdef", 817,
                                "unknown:slack:T1/C1", 302,
                                "mail:<a%7Eb@x>~rest", 31,
                                "réunion:été", 129));
    }

    @Test
    void placesAreSpreadEvenly() {
        // Given
        int[] count = new int[6];

        // When
        for (int i = 0; i < 6_000; i++) {
            count[Placement.partition(Key.of("slack:T1/C" + i, "x"), 6)]++;
        }

        // Then
        assertThat(Arrays.stream(count).boxed()).allMatch(c -> c > 850 && c < 1_150);
    }

    @Test
    void aProducerPlacesByTheCountOfTheTopic() {
        // Given
        Node node = new Node(1, "h", 1);
        List<PartitionInfo> infos = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            infos.add(new PartitionInfo("t", i, node, new Node[] {node}, new Node[] {node}));
        }
        Cluster cluster = new Cluster("c", List.of(node), infos, Set.of(), Set.of());
        Key key = Key.of("slack:T1/C~1", "slack:T1/C~1/2", "0", "ab");
        try (Placement placement = new Placement()) {
            placement.configure(Map.of());

            // When
            int partition = placement.partition("t", key, key.bytes(), null, null, cluster);

            // Then
            assertThat(partition).isEqualTo(Placement.partition(key, 7));
            assertThat(new Deployment("", 7).partition(key)).isEqualTo(partition);
            assertThatThrownBy(() -> placement.partition("t", null, null, null, null, cluster))
                    .hasMessage("record for topic t must have a key");
        }
    }
}
