package org.hashscape.workbench.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.hashscape.feature.DescriptorFamily;

/**
 * On which labelled tiles the parts of a descriptor were trained before they came here. Asked about those tiles, such a
 * descriptor answers from memory, whichever hash functions follow it.
 *
 * @param sentences for the reader, as "scene-net was trained on ..."; one per part that was trained
 * @param fingerprints of those tiles, as far as they are known
 */
record DescriptorTraining(List<String> sentences, List<byte[]> fingerprints) {

    static DescriptorTraining of(List<DescriptorFamily> families) {
        List<String> sentences = new ArrayList<>();
        List<byte[]> fingerprints = new ArrayList<>();
        for (DescriptorFamily family : families) {
            String trainedOn = family.trainedOn();
            if (!trainedOn.isEmpty()) {
                sentences.add(family.id() + " was trained on " + trainedOn);
                fingerprints.addAll(family.trainedFingerprints());
            }
        }
        return new DescriptorTraining(sentences, fingerprints);
    }

    /** Adds everything, so that rows that were measured while it was not known are not taken for others. */
    void addTo(MessageDigest digest) {
        sentences.forEach(sentence -> digest.update((sentence + "\n").getBytes(StandardCharsets.UTF_8)));
        fingerprints.forEach(digest::update);
    }
}
