package org.hashscape.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hashscape.feature.DescriptorFamilies;
import org.hashscape.feature.DescriptorFamily;
import org.hashscape.feature.backbone.BackboneFolder;

/** The descriptors that can be used: the built-in ones, then the backbones in the user's folder as they are now. */
final class KnownDescriptors {

    private KnownDescriptors() {}

    static List<DescriptorFamily> all() {
        List<DescriptorFamily> all = new ArrayList<>(DescriptorFamilies.all());
        all.addAll(backbones().families());
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

    static BackboneFolder backbones() {
        return new BackboneFolder(Workspace.userFolder().resolve("backbones"));
    }
}
