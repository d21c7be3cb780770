package org.hashscape.hashing.multicode;

/**
 * What a tile shows of each primitive.
 *
 * @param means f_j for every primitive; an empty array where it is not there
 * @param shares how much of the tile the regions of each primitive cover, 0..1
 */
record PrimitiveMeans(float[][] means, double[] shares) {

    /**
     * @param sizes pixels of each region
     * @param byArea whether a region counts by its area in the mean, rather than alike
     */
    static PrimitiveMeans of(GaussianMixture mixture, float[][] regions, int[] sizes, boolean byArea) {
        if (sizes.length != regions.length) {
            throw new IllegalArgumentException(regions.length + " regions do not have " + sizes.length + " sizes");
        }
        float[][] means = new float[mixture.components()][0];
        double[] weights = new double[means.length];
        double[] shares = new double[means.length];
        double pixels = 0;
        for (int region = 0; region < regions.length; region++) {
            pixels += sizes[region];
            double[] posteriors = mixture.posteriors(regions[region], 0);
            double weight = byArea ? sizes[region] : 1;
            for (int j = 0; j < posteriors.length; j++) {
                if (posteriors[j] > MultiCodeFunction.THRESHOLD) {
                    means[j] = means[j].length == 0 ? new float[mixture.dimension()] : means[j];
                    weights[j] += weight;
                    shares[j] += sizes[region];
                    for (int i = 0; i < means[j].length; i++) {
                        means[j][i] += (float) (weight * regions[region][i]);
                    }
                }
            }
        }
        for (int j = 0; j < means.length; j++) {
            shares[j] = pixels > 0 ? shares[j] / pixels : 0;
            for (int i = 0; i < means[j].length; i++) {
                means[j][i] = (float) (means[j][i] / Math.max(weights[j], 1e-9));
            }
        }
        return new PrimitiveMeans(means, shares);
    }

    int primitives() {
        return means.length;
    }

    boolean shows(int primitive) {
        return means[primitive].length > 0;
    }
}
