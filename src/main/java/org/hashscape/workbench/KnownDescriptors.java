package org.hashscape.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hashscape.feature.DescriptorFamilies;
import org.hashscape.feature.DescriptorFamily;
import org.hashscape.feature.backbone.BackboneFolder;
import org.hashscape.feature.region.HandMadeRegions;
import org.hashscape.feature.region.RegionFamily;
import org.hashscape.feature.region.RegionMean;

/**
 * The descriptors that can be used: those that need no network, the networks that come with the program, then the
 * backbones in the user's folder as they are now.
 */
final class KnownDescriptors {

    private KnownDescriptors() {}

    static List<DescriptorFamily> all() {
        List<DescriptorFamily> all = new ArrayList<>(DescriptorFamilies.all());
        all.add(new RegionMean());
        List<DescriptorFamily> builtIn = builtIn().families(spec -> "Built-in network");
        all.addAll(builtIn);
        List<String> taken = builtIn.stream().map(DescriptorFamily::id).toList();
        backbones().families().stream()
                .filter(family -> !taken.contains(family.id()))
                .forEach(all::add);
        return all;
    }

    /** Whether there is one of this id, listed or not. */
    static boolean isKnown(String id) {
        return find(id, all()).isPresent();
    }

    /** @throws IllegalArgumentException where there is no such descriptor; the message names those that exist */
    static DescriptorFamily byId(String id) {
        List<DescriptorFamily> all = all();
        return find(id, all)
                .orElseThrow(() -> new IllegalArgumentException("There is no descriptor '" + id + "'. Known: "
                        + all.stream().map(DescriptorFamily::id).collect(Collectors.joining(", "))
                        + ". Networks are added by: hashscape backbone import <model> --id " + id));
    }

    private static Optional<DescriptorFamily> find(String id, List<DescriptorFamily> listed) {
        return listed.stream()
                .filter(family -> family.id().equals(id))
                .findFirst()
                .or(() -> meanOfRegions(id));
    }

    /** The mean of a network's regions, a yardstick for multi-codes that no list offers. */
    private static Optional<DescriptorFamily> meanOfRegions(String id) {
        return networkRegions().stream()
                .filter(family -> id.equals(family.id() + RegionMean.SUFFIX))
                .findFirst()
                .map(RegionMean::of);
    }

    /** What networks say of regions; where a network that comes along has the name of an imported one, the former. */
    private static List<RegionFamily> networkRegions() {
        List<RegionFamily> all = new ArrayList<>(builtIn().regionFamilies());
        List<String> taken = all.stream().map(RegionFamily::id).toList();
        backbones().regionFamilies().stream()
                .filter(family -> !taken.contains(family.id()))
                .forEach(all::add);
        return all;
    }

    /**
     * How the regions of tiles are described by a descriptor.
     *
     * @throws IllegalArgumentException where it does not describe regions; the message names those that do
     */
    static RegionFamily regionsOf(String descriptor) {
        List<RegionFamily> all = new ArrayList<>(List.of(new HandMadeRegions()));
        all.addAll(networkRegions());
        return all.stream()
                .filter(family -> family.id().equals(descriptor))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The descriptor '" + descriptor
                        + "' does not describe regions, which multi-codes are made of. Choose one of: "
                        + all.stream().map(RegionFamily::id).collect(Collectors.joining(", "))));
    }

    /** The networks that come with the program; none where it was unpacked without its {@code assets}. */
    static BackboneFolder builtIn() {
        return new BackboneFolder(Workspace.homeFolder().resolve("assets/models"));
    }

    /** The folder that holds a network of this name, or would hold it. */
    static BackboneFolder folderOf(String network) {
        boolean comesAlong =
                builtIn().list().stream().anyMatch(spec -> spec.id().equals(network));
        return comesAlong ? builtIn() : backbones();
    }

    static BackboneFolder backbones() {
        return new BackboneFolder(Workspace.userFolder().resolve("backbones"));
    }
}
