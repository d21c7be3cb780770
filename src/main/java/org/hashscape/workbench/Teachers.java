package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.feature.backbone.BackboneFolder;
import org.hashscape.feature.backbone.BackboneImport;
import org.hashscape.feature.backbone.BackboneSpec;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;

/** Asks the larger networks for the features of every view, or remembers what they said in an earlier run. */
final class Teachers {

    private static final int BATCH = 8;

    private final Progress progress;
    private final List<DescriptorExtractor> networks = new ArrayList<>();
    private final List<List<float[]>> features = new ArrayList<>();
    private final List<Raster> waiting = new ArrayList<>();
    private final TeacherNotes notes;

    Teachers(TrainBackbone.Request request, Progress progress) throws IOException {
        this.progress = progress;
        Path folder = request.work().resolve("teachers");
        BackboneFolder backbones = new BackboneFolder(folder);
        List<String> digests = new ArrayList<>();
        for (Path model : request.teachers()) {
            String id = idOf(model);
            if (!Files.exists(folder.resolve(id))) {
                new BackboneImport(backbones).run(model, new BackboneImport.Wishes(id), progress.part(0, 0));
            }
            backbones.list().stream()
                    .filter(spec -> spec.id().equals(id))
                    .map(BackboneSpec::sha256)
                    .forEach(digests::add);
            backbones.families().stream()
                    .filter(family -> family.id().equals(id))
                    .map(family -> family.learn(List.of(), 0, Progress.NONE))
                    .forEach(networks::add);
        }
        notes = new TeacherNotes(request, digests);
    }

    /** Another name once the file is another. */
    private static String idOf(Path model) throws IOException {
        long changed = Files.getLastModifiedTime(model).toMillis();
        return "teacher-"
                + Integer.toHexString(Objects.hash(model.toAbsolutePath().toString(), changed));
    }

    void look(Raster view) {
        if (notes.known()) {
            return;
        }
        waiting.add(view);
        if (waiting.size() == BATCH) {
            ask();
        }
    }

    private void ask() {
        progress.checkCancelled();
        List<List<float[]>> answers = networks.stream()
                .map(network -> network.describeAll(List.copyOf(waiting)))
                .toList();
        for (int i = 0; i < waiting.size(); i++) {
            int view = i;
            features.add(answers.stream().map(answer -> answer.get(view)).toList());
        }
        waiting.clear();
        progress.report(0.5, String.format(Locale.ENGLISH, "The teachers have looked at %,d views", features.size()));
    }

    List<List<float[]>> features() throws IOException {
        if (notes.known()) {
            return notes.read();
        }
        if (!waiting.isEmpty()) {
            ask();
        }
        notes.write(features);
        return features;
    }
}
