package org.hashscape.archive.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;

/** Images in folders, each folder a class; or without classes at all. */
record ClassFolders(boolean labelled) implements LayoutReader {

    @Override
    public boolean fits(FolderContents contents) {
        return !labelled
                || contents.images().stream()
                        .anyMatch(image -> contents.classFolderOf(image).isPresent());
    }

    @Override
    public DatasetScan read(FolderContents contents, Progress progress) {
        return new DatasetScan(
                labelled ? DatasetLayout.FOLDERS : DatasetLayout.FLAT,
                entries(contents),
                contents.irregular(),
                List.of(),
                Optional.empty());
    }

    List<DatasetEntry> entries(FolderContents contents) {
        List<DatasetEntry> entries = new ArrayList<>();
        contents.images().forEach(image -> {
            Labels labels =
                    labelled ? contents.classFolderOf(image).map(Labels::of).orElse(Labels.NONE) : Labels.NONE;
            entries.add(new DatasetEntry(image, contents.keyOf(image), labels, Optional.empty(), Optional.empty()));
        });
        for (var patch : contents.patches().entrySet()) {
            for (String band : patch.getValue().present()) {
                var file = PatchBands.file(patch.getKey(), band);
                Labels labels = labelled ? Labels.of(PatchBands.nameOf(patch.getKey())) : Labels.NONE;
                entries.add(new DatasetEntry(file, contents.keyOf(file), labels, Optional.empty(), Optional.empty()));
            }
        }
        FolderContents.sort(entries);
        return entries;
    }
}
