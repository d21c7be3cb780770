package org.hashscape.feature;

import java.util.List;
import org.hashscape.model.Raster;

/**
 * Turns one raster into one descriptor. Immutable and safe to call from several threads at once; the same raster gives
 * the same floats, bit for bit, on every call.
 */
public interface DescriptorExtractor {

    /** The family's id, as {@code sift-words}. */
    String id();

    /** Floats per descriptor. */
    int dimension();

    /** A new array of {@link #dimension} finite floats. Any raster of at least one pixel is accepted. */
    float[] describe(Raster raster);

    /** How many rasters {@link #describeAll} takes at best; 1 where each is described on its own. */
    default int batch() {
        return 1;
    }

    /**
     * What {@link #describe} keeps of a raster, where that is less: preparing twice changes nothing, and a prepared
     * raster is described as the raster itself. For work that other threads can do while this one runs a network.
     */
    default Raster prepare(Raster raster) {
        return raster;
    }

    /** One descriptor per raster, in order, the same as {@link #describe} gives. */
    default List<float[]> describeAll(List<Raster> rasters) {
        return rasters.stream().map(this::describe).toList();
    }

    /** In how many orientations a tile is described; its descriptor is their mean. 1 where it is described as it lies. */
    default int views() {
        return 1;
    }

    /**
     * What {@link #describe} is the mean of: per raster the descriptors of its {@link #views} orientations, one after
     * the other, {@code views * dimension} floats. Costs no more than describing.
     */
    default List<float[]> describeViews(List<Raster> rasters) {
        return describeAll(rasters);
    }

    /** The descriptor of a tile of which {@link #describeViews} gave this. */
    default float[] meanOf(float[] views) {
        return views;
    }

    /**
     * What was learned, to be given back to {@link DescriptorFamily#load}: a documented little format with magic,
     * version and checksum. Empty where nothing is learned.
     */
    byte[] toBytes();
}
