package org.hashscape.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.feature.DescriptorFamilies;
import org.hashscape.feature.DescriptorFamily;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.junit.jupiter.api.Test;

class DescriptorTrainingTest {

    @Test
    void gathersWhatThePartsOfADescriptorSay() {
        DescriptorTraining training =
                DescriptorTraining.of(List.of(new Trained("a", "fields", 2), new Trained("b", "woods", 3)));
        assertThat(training.sentences()).containsExactly("a was trained on fields", "b was trained on woods");
        assertThat(training.fingerprints()).hasSize(5);
    }

    @Test
    void descriptorsWithoutNetworkWereTrainedOnNothing() {
        DescriptorTraining training = DescriptorTraining.of(DescriptorFamilies.all());
        assertThat(training.sentences()).isEmpty();
        assertThat(training.fingerprints()).isEmpty();
    }

    /** A family that was trained. */
    private record Trained(String id, String trainedOn, int tiles) implements DescriptorFamily {

        @Override
        public List<byte[]> trainedFingerprints() {
            return java.util.stream.IntStream.range(0, tiles)
                    .mapToObj(tile -> new byte[512])
                    .toList();
        }

        @Override
        public String title() {
            return id;
        }

        @Override
        public int sampleSize() {
            return 0;
        }

        @Override
        public DescriptorExtractor learn(List<Raster> sample, long seed, Progress progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DescriptorExtractor load(byte[] learned) {
            throw new UnsupportedOperationException();
        }
    }
}
