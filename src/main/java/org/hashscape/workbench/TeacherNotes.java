package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashscape.feature.backbone.training.FloatFile;

/** What the teachers of a training said about its views, kept in its work folder for the next run of the same one. */
final class TeacherNotes {

    private final Path file;
    private final String owner;
    private final Optional<FloatFile> known;

    TeacherNotes(TrainBackbone.Request request, List<String> digests) throws IOException {
        file = request.work().resolve("teachers.bin");
        owner = digests + " on " + request.folders() + ", " + request.scenes() + " scenes, " + request.views()
                + " views, seed " + request.seed();
        known = FloatFile.read(file, owner);
    }

    boolean known() {
        return known.isPresent();
    }

    /** Per view one array per teacher. */
    List<List<float[]>> read() {
        Map<String, float[]> arrays = known.orElseThrow().arrays();
        int views = known.orElseThrow().step();
        List<List<float[]>> features = new ArrayList<>(views);
        for (int view = 0; view < views; view++) {
            List<float[]> all = new ArrayList<>();
            for (float[] teacher : arrays.values()) {
                int width = teacher.length / views;
                all.add(Arrays.copyOfRange(teacher, view * width, (view + 1) * width));
            }
            features.add(all);
        }
        return features;
    }

    void write(List<List<float[]>> features) throws IOException {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        int views = features.size();
        for (int teacher = 0; teacher < features.get(0).size(); teacher++) {
            int width = features.get(0).get(teacher).length;
            float[] all = new float[Math.multiplyExact(views, width)];
            for (int view = 0; view < views; view++) {
                System.arraycopy(features.get(view).get(teacher), 0, all, view * width, width);
            }
            arrays.put("teacher " + teacher, all);
        }
        new FloatFile(owner, views, 0, arrays).write(file);
    }
}
