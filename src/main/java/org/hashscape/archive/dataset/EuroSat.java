package org.hashscape.archive.dataset;

import java.util.List;
import java.util.Optional;
import org.hashscape.model.Progress;
import org.hashscape.model.RenderingPreset;

/** EuroSAT: 10 class folders of 64x64 images, in red, green and blue or with the 13 bands of Sentinel-2. */
record EuroSat(boolean multispectral) implements LayoutReader {

    private static final int BANDS = 13;
    private static final int IMAGES = 27_000;

    private static final List<String> CLASSES = List.of(
            "AnnualCrop",
            "Forest",
            "HerbaceousVegetation",
            "Highway",
            "Industrial",
            "Pasture",
            "PermanentCrop",
            "Residential",
            "River",
            "SeaLake");

    private static final String CITATION = "P. Helber, B. Bischke, A. Dengel and D. Borth, EuroSAT: a novel dataset and"
            + " deep learning benchmark for land use and land cover classification, IEEE JSTARS 12(7), 2019";

    private static final String LICENCE = "MIT; contains modified Copernicus Sentinel data";

    static final DatasetCard CARD = new DatasetCard("EuroSAT RGB", CITATION, LICENCE, CLASSES);

    static final DatasetCard MULTISPECTRAL_CARD = new DatasetCard("EuroSAT multispectral", CITATION, LICENCE, CLASSES);

    @Override
    public boolean fits(FolderContents contents) {
        if (!contents.hasClassesOf(CLASSES)) {
            return false;
        }
        Optional<ImageHeader> first = contents.firstHeader();
        boolean manyBands = first.isPresent() && first.get().bands() == BANDS;
        return manyBands == multispectral;
    }

    @Override
    public DatasetScan read(FolderContents contents, Progress progress) {
        return new DatasetScan(
                multispectral ? DatasetLayout.EUROSAT_MS : DatasetLayout.EUROSAT,
                new ClassFolders(true).entries(contents),
                contents.irregular(),
                contents.notesOnClasses(multispectral ? MULTISPECTRAL_CARD : CARD, IMAGES),
                multispectral ? Optional.of(RenderingPreset.EUROSAT_MS) : Optional.empty());
    }
}
