package org.hashscape.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hashscape.feature.DescriptorFamilies;
import org.hashscape.feature.DescriptorFamily;
import org.hashscape.feature.backbone.BackboneFolder;

/**
 * The descriptors that can be used: those that need no network, the networks that come with the program, then the
 * backbones in the user's folder as they are now.
 */
final class KnownDescriptors {

    private KnownDescriptors() {}

    static List<DescriptorFamily> all() {
        List<DescriptorFamily> all = new ArrayList<>(DescriptorFamilies.all());
        List<DescriptorFamily> builtIn = builtIn().families(spec -> "Built-in network");
        all.addAll(builtIn);
        List<String> taken = builtIn.stream().map(DescriptorFamily::id).toList();
        backbones().families().stream()
                .filter(family -> !taken.contains(family.id()))
                .forEach(all::add);
        return all;
    }

    /** @throws IllegalArgumentException where there is no such descriptor; the message names those that exist */
    static DescriptorFamily byId(String id) {
        List<DescriptorFamily> all = all();
        return all.stream()
                .filter(family -> family.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no descriptor '" + id + "'. Known: "
                        + all.stream().map(DescriptorFamily::id).collect(Collectors.joining(", "))
                        + ". Networks are added by: hashscape backbone import <model> --id " + id));
    }

    /** The networks that come with the program; none where it was unpacked without its {@code assets}. */
    static BackboneFolder builtIn() {
        return new BackboneFolder(Workspace.homeFolder().resolve("assets/models"));
    }

    /** The folder that holds a network of this name, or would hold it. */
    static BackboneFolder folderOf(String network) {
        boolean comesAlong = builtIn().list().stream().anyMatch(spec -> spec.id().equals(network));
        return comesAlong ? builtIn() : backbones();
    }

    static BackboneFolder backbones() {
        return new BackboneFolder(Workspace.userFolder().resolve("backbones"));
    }
}
