package org.hashscape.archive.dataset;

import java.util.List;
import java.util.Locale;

/** How files become tiles, and what their labels are. */
public enum DatasetLayout {
    /** Whichever of the others fits. */
    AUTO(new DatasetCard("Found out", "", "", List.of())),
    /** One folder per class: the folder's name is the label. */
    FOLDERS(new DatasetCard("Class folders", "", "", List.of())),
    /** All images below the folder, without labels. */
    FLAT(new DatasetCard("Images without labels", "", "", List.of())),
    /** A {@code manifest.csv}, {@code .json} or {@code .geojson} that names files, labels, dates and places. */
    MANIFEST(new DatasetCard("Manifest", "", "", List.of())),
    /** UC Merced Land Use: 21 class folders. */
    UC_MERCED(UcMerced.CARD),
    /** The same images with the 17 labels of {@code LandUse_Multilabeled.txt}, several per image. */
    UC_MERCED_MULTILABEL(UcMerced.MULTI_LABEL_CARD),
    /** EuroSAT in red, green and blue: 10 class folders. */
    EUROSAT(EuroSat.CARD),
    /** EuroSAT with its 13 bands. */
    EUROSAT_MS(EuroSat.MULTISPECTRAL_CARD),
    /** BigEarthNet, Sentinel-1 or -2, with the 19 classes of 2021. */
    BIGEARTHNET(BigEarthNet.CARD),
    /** BigEarthNet with the 43 classes of CORINE that its files name. */
    BIGEARTHNET_43(BigEarthNet.CARD_43),
    /** TIFF scenes of any size, cut into tiles; no labels. */
    SCENE(new DatasetCard("Scenes cut into tiles", "", "", List.of()));

    private final DatasetCard card;

    DatasetLayout(DatasetCard card) {
        this.card = card;
    }

    /** Its title, citation and classes. */
    public DatasetCard card() {
        return card;
    }

    /** The name on the command line: "uc-merced". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
