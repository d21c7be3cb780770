package org.hashscape.hashing.kernel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashscape.model.Labels;

/**
 * The target of supervised hashing, S_ij = +1 where images i and j share a label and -1 where they do not, kept small:
 * images with the very same labels form a group, so S = Z T Z' with Z saying who is in which group (l x g) and T the
 * similarity of groups (g x g). With one label per image g is the number of classes, and S x costs l + g^2 instead of
 * l^2.
 */
final class LabelSimilarity {

    private final int[] groupOf;
    private final int groups;
    private final boolean[] similar;

    private LabelSimilarity(int[] groupOf, int groups, boolean[] similar) {
        this.groupOf = groupOf;
        this.groups = groups;
        this.similar = similar;
    }

    /** @param labels one entry per image, none empty */
    static LabelSimilarity of(List<Labels> labels) {
        Map<Labels, Integer> numbers = new LinkedHashMap<>();
        int[] groupOf = new int[labels.size()];
        for (int i = 0; i < groupOf.length; i++) {
            Integer number = numbers.putIfAbsent(labels.get(i), numbers.size());
            groupOf[i] = number == null ? numbers.size() - 1 : number;
        }
        List<BitSet> names = bitSets(numbers.keySet());
        int groups = names.size();
        boolean[] similar = new boolean[groups * groups];
        for (int a = 0; a < groups; a++) {
            for (int b = 0; b < groups; b++) {
                similar[a * groups + b] = names.get(a).intersects(names.get(b));
            }
        }
        return new LabelSimilarity(groupOf, groups, similar);
    }

    /** Whether any two label sets have nothing in common, so that there is something to tell apart. */
    static boolean hasContrast(Iterable<Labels> labels) {
        Map<Labels, Boolean> distinct = new LinkedHashMap<>();
        for (Labels each : labels) {
            if (!each.isEmpty()) {
                distinct.put(each, true);
            }
        }
        List<BitSet> names = bitSets(distinct.keySet());
        for (int a = 1; a < names.size(); a++) {
            for (int b = 0; b < a; b++) {
                if (!names.get(a).intersects(names.get(b))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<BitSet> bitSets(Iterable<Labels> distinct) {
        Map<String, Integer> numbers = new HashMap<>();
        List<BitSet> sets = new ArrayList<>();
        for (Labels labels : distinct) {
            BitSet set = new BitSet();
            for (String name : labels.names()) {
                Integer number = numbers.putIfAbsent(name, numbers.size());
                set.set(number == null ? numbers.size() - 1 : number);
            }
            sets.add(set);
        }
        return sets;
    }

    int images() {
        return groupOf.length;
    }

    int groups() {
        return groups;
    }

    int groupOf(int image) {
        return groupOf[image];
    }

    /** +1 or -1. */
    int between(int i, int j) {
        return ofGroups(groupOf[i], groupOf[j]);
    }

    int ofGroups(int a, int b) {
        return similar[a * groups + b] ? 1 : -1;
    }

    /** S x. */
    double[] times(double[] x) {
        double[] sums = new double[groups];
        for (int i = 0; i < x.length; i++) {
            sums[groupOf[i]] += x[i];
        }
        double[] products = new double[groups];
        for (int a = 0; a < groups; a++) {
            double product = 0;
            for (int b = 0; b < groups; b++) {
                product += similar[a * groups + b] ? sums[b] : -sums[b];
            }
            products[a] = product;
        }
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = products[groupOf[i]];
        }
        return result;
    }
}
