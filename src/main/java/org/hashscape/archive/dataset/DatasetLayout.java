package org.hashscape.archive.dataset;

/** How files become tiles and folders become labels. */
public enum DatasetLayout {
    /** Whichever of the others fits. */
    AUTO,
    /** One folder per class: the folder's name is the label. */
    FOLDERS,
    /** All images below the folder, without labels. */
    FLAT,
    /** A {@code manifest.csv} that names files, labels, dates and places. */
    MANIFEST
}
