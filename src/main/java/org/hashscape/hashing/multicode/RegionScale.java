package org.hashscape.hashing.multicode;

import org.hashscape.hashing.algebra.SymmetricEigen;

/**
 * Regions on the directions by which tiles differ, learned without labels. Regions of one tile show, on the whole, one
 * scene: what varies among them (their shape, most of all) says little of it, and what varies between tiles says much. So with W
 * the covariance of regions about the mean of their tile, by area, and B that of the tiles' means:
 *
 * <pre>
 * R  = (W + {@value #RIDGE} tr(W)/d I)^(-1/2)        what varies within tiles becomes as wide in every direction
 * P  = eigenvectors of R B R with eigenvalues above {@value #LEAST}, at most {@value #MOST}, at least {@value #FEWEST}
 * r' = P R (r - mean)
 * </pre>
 *
 * This is within-class covariance normalisation (Hatch, Kajarekar and Stolcke 2006) and the step before Fisher's linear
 * discriminant, with tiles as classes. Arrays are kept.
 *
 * @param dimension d of what goes in
 * @param mean d numbers
 * @param directions P R, one row of d per number that comes out
 */
record RegionScale(int dimension, float[] mean, float[] directions) {

    static final double RIDGE = 0.3;
    static final double LEAST = 0.7;
    static final int MOST = 48;
    static final int FEWEST = 4;

    RegionScale {
        if (dimension < 1 || mean.length != dimension || directions.length % dimension != 0) {
            throw new IllegalArgumentException("A scale of " + mean.length + " and " + directions.length
                    + " numbers does not take regions of " + dimension);
        }
    }

    /** Floats that come out. */
    int components() {
        return directions.length / dimension;
    }

    static RegionScale learn(RegionTrainingSet set) {
        int d = set.regions().dimension();
        double[] columns = set.regions().columnMeans();
        float[] mean = new float[d];
        for (int i = 0; i < d; i++) {
            mean[i] = (float) columns[i];
        }
        double[][] tileMeans = new double[set.tiles()][];
        double[] within = new double[d * d];
        for (int tile = 0; tile < tileMeans.length; tile++) {
            tileMeans[tile] = set.meanOf(tile);
            addWithin(set, tile, tileMeans[tile], within);
        }
        double trace = 0;
        for (int i = 0; i < d; i++) {
            trace += within[i * d + i];
        }
        for (int i = 0; i < d; i++) {
            within[i * d + i] += RIDGE * trace / d + 1e-12;
        }
        double[] root = inverseRoot(within, d);
        for (int tile = 0; tile < tileMeans.length; tile++) {
            tileMeans[tile] = times(root, tileMeans[tile], d);
        }
        SymmetricEigen between = SymmetricEigen.of(covariance(tileMeans, d), d);
        int kept = 0;
        while (kept < Math.min(MOST, d) && (kept < FEWEST || between.values()[kept] > LEAST)) {
            kept++;
        }
        float[] directions = new float[kept * d];
        for (int j = 0; j < kept; j++) {
            for (int i = 0; i < d; i++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    sum += between.vectors()[j * d + k] * root[k * d + i];
                }
                directions[j * d + i] = (float) sum;
            }
        }
        return new RegionScale(d, mean, directions);
    }

    private static void addWithin(RegionTrainingSet set, int tile, double[] mean, double[] within) {
        int d = mean.length;
        double[] off = new double[d];
        for (int row = set.starts()[tile]; row < set.starts()[tile + 1]; row++) {
            double share = set.shareOf(tile, row) / set.tiles();
            for (int i = 0; i < d; i++) {
                off[i] = set.regions().at(row, i) - mean[i];
            }
            for (int i = 0; i < d; i++) {
                for (int k = 0; k < d; k++) {
                    within[i * d + k] += share * off[i] * off[k];
                }
            }
        }
    }

    /** Symmetric. */
    private static double[] inverseRoot(double[] matrix, int d) {
        SymmetricEigen eigen = SymmetricEigen.of(matrix, d);
        double[] root = new double[d * d];
        for (int j = 0; j < d; j++) {
            double factor = 1 / Math.sqrt(Math.max(eigen.values()[j], 1e-12));
            for (int i = 0; i < d; i++) {
                double part = factor * eigen.vectors()[j * d + i];
                for (int k = 0; k < d; k++) {
                    root[i * d + k] += part * eigen.vectors()[j * d + k];
                }
            }
        }
        return root;
    }

    private static double[] times(double[] matrix, double[] vector, int d) {
        double[] product = new double[d];
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                product[i] += matrix[i * d + k] * vector[k];
            }
        }
        return product;
    }

    private static double[] covariance(double[][] rows, int d) {
        double[] mean = new double[d];
        for (double[] row : rows) {
            for (int i = 0; i < d; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        double[] covariance = new double[d * d];
        for (double[] row : rows) {
            for (int i = 0; i < d; i++) {
                for (int k = 0; k <= i; k++) {
                    covariance[i * d + k] += (row[i] - mean[i]) * (row[k] - mean[k]) / rows.length;
                }
            }
        }
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < i; k++) {
                covariance[k * d + i] = covariance[i * d + k];
            }
        }
        return covariance;
    }

    float[] apply(float[] region) {
        float[] scaled = new float[components()];
        for (int j = 0; j < scaled.length; j++) {
            double sum = 0;
            for (int i = 0; i < dimension; i++) {
                sum += (double) directions[j * dimension + i] * (region[i] - mean[i]);
            }
            scaled[j] = (float) sum;
        }
        return scaled;
    }
}
