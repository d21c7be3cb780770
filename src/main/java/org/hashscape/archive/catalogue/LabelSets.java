package org.hashscape.archive.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hashscape.model.Labels;

/** The sets of labels that the tiles of all blocks carry: each distinct set is one object, however many blocks use it. */
final class LabelSets {

    private final Labels[][] ofBlock;
    private final List<Labels> distinct = new ArrayList<>();
    /** How many tiles carry each distinct set. */
    private final List<Integer> tiles = new ArrayList<>();

    private final SortedMap<String, Integer> counts = new TreeMap<>();

    LabelSets(TileBlock[] blocks, Map<Integer, String> names) {
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        this.ofBlock = new Labels[blocks.length][];
        for (int at = 0; at < blocks.length; at++) {
            TileBlock block = blocks[at];
            int[] carried = new int[block.labelSets().size()];
            for (int index = 0; index < block.size(); index++) {
                carried[block.labelSetOf(index)]++;
            }
            ofBlock[at] = new Labels[carried.length];
            for (int set = 0; set < carried.length; set++) {
                List<Integer> ids =
                        Arrays.stream(block.labelSets().get(set)).boxed().toList();
                int number = numbers.computeIfAbsent(ids, fresh -> {
                    distinct.add(labels(fresh, names));
                    tiles.add(0);
                    return distinct.size() - 1;
                });
                ofBlock[at][set] = distinct.get(number);
                tiles.set(number, tiles.get(number) + carried[set]);
            }
        }
        for (int number = 0; number < distinct.size(); number++) {
            for (String name : distinct.get(number).names()) {
                counts.merge(name, tiles.get(number), Integer::sum);
            }
        }
        counts.values().removeIf(count -> count == 0);
    }

    private static Labels labels(List<Integer> ids, Map<Integer, String> names) {
        List<String> carried = ids.stream()
                .flatMap(id -> Optional.ofNullable(names.get(id)).stream())
                .toList();
        return carried.isEmpty() ? Labels.NONE : Labels.of(carried);
    }

    /** The labels of a set of a block. */
    Labels of(int block, int set) {
        return ofBlock[block][set];
    }

    /** How many tiles carry a set that passes. */
    int count(Predicate<Labels> passes) {
        int count = 0;
        for (int number = 0; number < distinct.size(); number++) {
            if (passes.test(distinct.get(number))) {
                count += tiles.get(number);
            }
        }
        return count;
    }

    /** Every label and how many tiles carry it. */
    SortedMap<String, Integer> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }
}
