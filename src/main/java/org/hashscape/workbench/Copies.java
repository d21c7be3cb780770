package org.hashscape.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hashscape.imaging.DihedralFingerprint;
import org.hashscape.model.TileId;

/** Pairs of tiles that are copies of each other, turned and compressed anew perhaps, or almost. */
public final class Copies {

    /**
     * Two tiles that look alike.
     *
     * @param a the one that came first
     * @param same whether one is an exact or turned copy of the other; else it is nearly so
     */
    public record Pair(TileId a, TileId b, boolean same) {}

    private Copies() {}

    /** Every pair that looks alike, in the order of the tiles given. */
    public static List<Pair> among(Map<TileId, DihedralFingerprint> tiles) {
        List<Pair> pairs = new ArrayList<>();
        FingerprintIndex<TileId> index = new FingerprintIndex<>();
        tiles.forEach((tile, fingerprint) -> {
            for (FingerprintIndex.Entry<TileId> other : index.near(fingerprint)) {
                pairs.add(new Pair(other.key(), tile, fingerprint.sameAs(other.fingerprint())));
            }
            index.add(tile, fingerprint);
        });
        return pairs;
    }
}
