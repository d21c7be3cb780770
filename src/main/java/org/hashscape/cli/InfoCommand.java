package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hashscape.model.CountText;
import org.hashscape.model.ShellWord;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ArchiveInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hashscape info}. */
@Command(name = "info", description = "Says what an archive holds.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class InfoCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "A.hsa", description = "Archive.")
    private Path archiveFile;

    @Override
    public Integer call() throws IOException {
        try (Archive archive = console.open(archiveFile)) {
            ArchiveInfo info = ArchiveInfo.of(archive);
            if (console.isJson()) {
                console.print(json(info, archive.damage()));
            } else {
                inWords(info);
            }
        }
        return 0;
    }

    private ObjectNode json(ArchiveInfo info, Optional<String> damage) {
        ObjectNode document = console.object().put("archive", info.archive());
        damage.ifPresent(sentence -> document.put("damage", sentence));
        info.root().ifPresent(root -> document.put("root", root).put("rootFound", info.rootFound()));
        info.generated().ifPresent(how -> document.put("generated", how));
        document.put("tiles", info.tiles());
        ObjectNode labels = document.putObject("labels");
        info.labels().forEach(labels::put);
        ArrayNode problems = document.putArray("problems");
        info.problems()
                .forEach(problem ->
                        problems.addObject().put("path", problem.path()).put("reason", problem.reason()));
        ArrayNode descriptors = document.putArray("descriptors");
        info.descriptors()
                .forEach(set -> descriptors
                        .addObject()
                        .put("descriptor", set.descriptor())
                        .put("dimension", set.dimension())
                        .put("tiles", set.tiles()));
        ArrayNode models = document.putArray("models");
        info.models()
                .forEach(model -> models.addObject()
                        .put("method", model.spec().method())
                        .put("descriptor", model.spec().descriptor())
                        .put("bits", model.spec().bits())
                        .put("seed", model.spec().seed())
                        .put("split", model.spec().split().toString())
                        .put("trainedTiles", model.trainedTiles()));
        ObjectNode crs = document.putObject("crs");
        info.crs().forEach(crs::put);
        ObjectNode dates = document.putObject("dates");
        info.firstDate().ifPresent(date -> dates.put("first", date.toString()));
        info.lastDate().ifPresent(date -> dates.put("last", date.toString()));
        document.put("rendering", info.rendering().toString());
        info.dataset()
                .ifPresent(card -> document.putObject("dataset")
                        .put("title", card.title())
                        .put("citation", card.citation())
                        .put("licence", card.licence()));
        return document;
    }

    private void inWords(ArchiveInfo info) {
        console.say("%s", info.archive());
        info.root()
                .ifPresent(root -> console.say(
                        "Originals: %s%s",
                        root,
                        info.rootFound()
                                ? ""
                                : " (not found; where the folder was moved: hashscape import NEW-FOLDER --archive "
                                        + ShellWord.of(info.archive()) + ")"));
        info.dataset()
                .ifPresent(card -> console.say("%s (%s). Cite: %s", card.title(), card.licence(), card.citation()));
        console.say("Shown as %s", info.rendering());
        info.generated().ifPresent(how -> console.say("Generated to measure with, without originals: %s", how));
        console.say(
                "%s, %s, %s",
                CountText.of(info.tiles(), "tile", "tiles"),
                CountText.of(info.labels().size(), "label", "labels"),
                CountText.of(info.problems().size(), "problem", "problems"));
        info.labels().forEach((label, count) -> console.say("  %-32s %,8d", label, count));
        info.problems().forEach(problem -> console.say("  problem: %s: %s", problem.path(), problem.reason()));
        info.descriptors()
                .forEach(set -> console.say(
                        "Descriptor %s: %s, %,d numbers each",
                        set.descriptor(), CountText.of(set.tiles(), "tile", "tiles"), set.dimension()));
        info.models()
                .forEach(model -> console.say(
                        "Model %s, trained on %s", model.spec(), CountText.of(model.trainedTiles(), "tile", "tiles")));
        info.crs().forEach((crs, count) -> console.say("%s: %s", crs, CountText.of(count, "tile", "tiles")));
        info.firstDate()
                .ifPresent(first ->
                        console.say("Taken %s to %s", first, info.lastDate().orElse(first)));
    }
}
