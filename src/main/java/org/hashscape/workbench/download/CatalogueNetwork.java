package org.hashscape.workbench.download;

import java.net.URI;
import java.util.Optional;

/**
 * A network that can be downloaded, and how to use it.
 *
 * @param id name it is imported by
 * @param title for a person
 * @param address of the file
 * @param bytes length of the file; a download of any other length is refused
 * @param sha256 digest of the file where somebody has published one
 * @param digestBy who published length and digest
 * @param licence name of the licence
 * @param licenceAddress its text
 * @param input tensor that takes images
 * @param output tensor that gives features
 * @param size pixels of the square images
 * @param range of pixel values, as {@code -1..1}
 * @param dimension features per tile
 */
public record CatalogueNetwork(
        String id,
        String title,
        URI address,
        long bytes,
        Optional<String> sha256,
        String digestBy,
        String licence,
        URI licenceAddress,
        String input,
        String output,
        int size,
        String range,
        int dimension) {

    public CatalogueNetwork {
        if (bytes < 1) {
            throw new IllegalArgumentException("A download has a length, not " + bytes);
        }
    }
}
