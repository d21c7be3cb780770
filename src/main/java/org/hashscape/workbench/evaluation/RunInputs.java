package org.hashscape.workbench.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.catalogue.HashModelFormat;
import org.hashscape.hashing.multicode.MultiCodeFormat;
import org.hashscape.model.Labels;
import org.hashscape.retrieval.evaluation.StratifiedSplit;
import org.hashscape.workbench.DescribedTiles;
import org.hashscape.workbench.MultiCodeMethod;
import org.hashscape.workbench.Workspace;

/**
 * Everything that decides the figures of one row; times, which the machine decides, apart.
 *
 * @param described digest of descriptors, their tiles and labels
 * @param bits asked for, 0 for search on floats
 */
record RunInputs(EvaluationRequest request, String descriptor, String described, String method, int bits, long seed) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * SHA-256 of tile numbers, descriptors and labels, of how many tiles are left out, of how many have views to train on,
     * and of what the descriptor was trained on.
     */
    static String digest(DescribedTiles tiles, int missing, List<Labels> labels, DescriptorTraining training)
            throws IOException {
        MessageDigest digest = sha256();
        training.addTo(digest);
        if (missing > 0) {
            digest.update((missing + " tiles not described\n").getBytes(StandardCharsets.UTF_8));
        }
        int viewed = tiles.views().kept();
        if (viewed > 0) {
            digest.update(("views of " + viewed + " tiles\n").getBytes(StandardCharsets.UTF_8));
        }
        int dimension = tiles.matrix().dimension();
        ByteBuffer buffer = ByteBuffer.allocate(4 * dimension);
        tiles.matrix().forEachBlock((first, block) -> {
            for (int row = 0; row < block.rows(); row++) {
                String carried = tiles.tileIds()[first + row] + " "
                        + labels.get(first + row).names() + "\n";
                digest.update(carried.getBytes(StandardCharsets.UTF_8));
                buffer.clear();
                buffer.asFloatBuffer().put(block.values(), row * dimension, dimension);
                digest.update(buffer.array());
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of the inputs. */
    String digest() {
        byte[] bytes = node().toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** What the archive keeps to repeat the row by: the inputs, and the digest of the function that was trained. */
    String madeOf(Optional<HashFunction> function) {
        ObjectNode node = node();
        function.ifPresent(trained -> node.put("modelSha256", modelDigest(trained)));
        return node.toString();
    }

    private ObjectNode node() {
        ObjectNode node = JSON.createObjectNode();
        if (request.asymmetric()) {
            node.put("asymmetric", true);
        }
        if (request.mostQueries() != EvaluationRequest.ALL_QUERIES) {
            node.put("mostQueries", request.mostQueries());
        }
        if (MultiCodeMethod.of(method).isPresent()) {
            node.put("multiCodes", MultiCodeFormat.VERSION); // figures of former distances are of no use
        }
        return node.put("method", method)
                .put("bits", bits)
                .put("seed", seed)
                .put("descriptor", descriptor)
                .put("descriptorsSha256", described)
                .put("protocol", request.protocol())
                .put("trainShare", StratifiedSplit.SIXTY_FORTY)
                .put("k", request.k())
                .put("relevance", request.relevance())
                .put("leaks", request.leaks().name())
                .put("tieRule", SplitEvaluation.TIE_RULE)
                .put("version", Workspace.version());
    }

    private static String modelDigest(HashFunction function) {
        return HexFormat.of().formatHex(sha256().digest(HashModelFormat.write(function)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
