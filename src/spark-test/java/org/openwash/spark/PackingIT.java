package org.openwash.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.HashPartitioner;
import org.junit.jupiter.api.Test;

/// How files become tasks, without a cluster.
class PackingIT {

    private static InputUnit file(String source, long size) {
        return new InputUnit(source, "/" + source, false, size, null);
    }

    private static List<String> sources(List<InputUnit> heap) {
        return heap.stream().map(InputUnit::source).toList();
    }

    @Test
    void filesLieInHeapsOfAboutTheSameSize() {
        List<InputUnit> files = IntStream.rangeClosed(1, 100).mapToObj(i -> file("f" + i, i * 10_000L)).toList();
        Packing packing = Packing.of(files, 8);
        assertThat(packing.heaps()).hasSize(8);
        assertThat(packing.heaps()).allSatisfy(heap ->
                assertThat(heap.stream().mapToLong(InputUnit::size).sum()).isBetween(6_200_000L, 6_450_000L));
        assertThat(packing.isUneven(8)).isFalse();
        assertThat(packing.heaps().stream().flatMap(h -> sources(h).stream())).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void aFileThatIsGivenTwiceLiesInOneHeap() {
        List<InputUnit> files = Stream.of("a", "b", "c", "b", "d", "b").map(f -> file(f, 1_000)).toList();
        assertThat(Packing.of(files, 4).heaps()).filteredOn(heap -> sources(heap).contains("b")).singleElement()
                .satisfies(heap -> assertThat(sources(heap)).filteredOn("b"::equals).hasSize(3));
    }

    @Test
    void noHeapIsEmpty() {
        assertThat(Packing.of(List.of(file("a", 1), file("b", 1)), 8).heaps()).hasSize(2);
        assertThat(Packing.of(List.of(), 8).heaps()).isEmpty();
    }

    @Test
    void theSameFilesGiveTheSameHeaps() {
        List<InputUnit> files = IntStream.range(0, 50).mapToObj(i -> file("f" + i, i % 7 * 1_000L)).toList();
        assertThat(Packing.of(files, 5)).isEqualTo(Packing.of(files, 5));
    }

    @Test
    void oneFileThatHoldsNearlyAllIsUneven() {
        List<InputUnit> files = List.of(file("crawl.warc.gz", 1L << 30), file("a.html", 50_000), file("b.html", 50_000));
        assertThat(Packing.of(files, 6).isUneven(6)).isTrue();
    }

    @Test
    void fewerFilesThanTasksAreUneven() {
        assertThat(Packing.of(List.of(file("a", 1 << 20), file("b", 1 << 20)), 6).isUneven(6)).isTrue();
    }

    @Test
    void theArticlesOfOneFileAreSpreadEvenly() {
        var partitioner = new HashPartitioner(8);
        int[] articles = new int[8];
        IntStream.rangeClosed(1, 8_000).forEach(line -> articles[partitioner.getPartition("outlet.jsonl#L" + line)]++);
        assertThat(Arrays.stream(articles).boxed()).allMatch(n -> n > 700 && n < 1_300);
    }
}
