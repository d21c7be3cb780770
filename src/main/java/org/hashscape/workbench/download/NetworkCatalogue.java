package org.hashscape.workbench.download;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The networks that can be downloaded. Both are TensorFlow's own, trained on ImageNet, frozen graphs in gzipped tar
 * archives that hold other files too.
 *
 * <p>TensorFlow publishes no digests. Length and SHA-256 are those that Intel's Open Model Zoo records for the same
 * addresses ({@code models/public/googlenet-v3/model.yml} and {@code models/public/mobilenet-v2-1.0-224/model.yml} at
 * commit 00a4830e); the names of the tensors are those of TensorFlow's models (research/slim). The project has not
 * fetched the files itself.
 */
public final class NetworkCatalogue {

    private static final URI LICENCE = URI.create("https://raw.githubusercontent.com/tensorflow/models/master/LICENSE");
    private static final String DIGEST_BY = "Intel Open Model Zoo";

    private static final List<CatalogueNetwork> NETWORKS = List.of(
            new CatalogueNetwork(
                    "inception-v3",
                    "Inception-v3, ImageNet",
                    URI.create("https://storage.googleapis.com/download.tensorflow.org/models/"
                            + "inception_v3_2016_08_28_frozen.pb.tar.gz"),
                    88_668_554,
                    Optional.of("7045b72a954af4dce36346f478610acdccbf149168fa25c78e54e32f0c723d6d"),
                    DIGEST_BY,
                    "Apache-2.0",
                    LICENCE,
                    "input:0",
                    "InceptionV3/Logits/AvgPool_1a_8x8/AvgPool:0",
                    299,
                    "-1..1",
                    2048),
            new CatalogueNetwork(
                    "mobilenet-v2",
                    "MobileNetV2 1.0 224, ImageNet",
                    URI.create("https://storage.googleapis.com/mobilenet_v2/checkpoints/mobilenet_v2_1.0_224.tgz"),
                    78_306_834,
                    Optional.of("318084bc1b63d6d7b854553e09cdf77078b1c0168be27c59a0d44253b5ed49dc"),
                    DIGEST_BY,
                    "Apache-2.0",
                    LICENCE,
                    "input:0",
                    "MobilenetV2/Logits/AvgPool:0",
                    224,
                    "-1..1",
                    1280));

    private NetworkCatalogue() {}

    public static List<CatalogueNetwork> networks() {
        return NETWORKS;
    }
}
