package org.hashscape.workbench.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.hashscape.workbench.settings.Settings.ColumnChoice;
import org.hashscape.workbench.settings.Settings.Views;
import org.hashscape.workbench.settings.Settings.WindowBounds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps settings in a JSON file; saves one second after the last change, to a temporary file that is then moved. A
 * damaged file counts as none. Thread-safe.
 */
public final class SettingsFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final ScheduledExecutorService saver;
    private @Nullable ScheduledFuture<?> pending;
    private Settings current;

    public SettingsFile(Path file) {
        this.file = file;
        this.current = load(file);
        ThreadFactory plain = Executors.defaultThreadFactory();
        this.saver = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = plain.newThread(work);
            thread.setName("hashscape-settings");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The current settings: those of the file, or {@link Settings#DEFAULT} where there is none or it is damaged. */
    public synchronized Settings get() {
        return current;
    }

    /** Replaces them; saved within a second or so, or at {@link #close}. */
    public synchronized void set(Settings settings) {
        if (settings.equals(current)) {
            return;
        }
        current = settings;
        if (pending != null) {
            pending.cancel(false);
        }
        pending = saver.schedule(this::save, 1, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void close() {
        boolean unsaved = pending != null && !pending.isDone();
        saver.shutdownNow();
        if (unsaved) {
            save();
        }
    }

    private synchronized void save() {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path temporary = file.resolveSibling(file.getFileName() + ".new");
            JSON.writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), toJson(current));
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            LOG.warn("Settings cannot be saved to {}", file, failure);
        }
    }

    private static Settings load(Path file) {
        if (!Files.isRegularFile(file)) {
            return Settings.DEFAULT;
        }
        try {
            return fromJson(JSON.readTree(file.toFile()));
        } catch (IOException | RuntimeException damaged) {
            LOG.warn("Settings in {} cannot be read; starting with the defaults", file, damaged);
            return Settings.DEFAULT;
        }
    }

    private static ObjectNode toJson(Settings settings) {
        ObjectNode json = JSON.createObjectNode();
        settings.lastArchive().ifPresent(path -> json.put("lastArchive", path));
        ArrayNode recent = json.putArray("recentArchives");
        settings.recentArchives().forEach(recent::add);
        json.put("theme", settings.theme()).put("textPercent", settings.textPercent());
        settings.window()
                .ifPresent(bounds -> json.putObject("window")
                        .put("x", bounds.x())
                        .put("y", bounds.y())
                        .put("width", bounds.width())
                        .put("height", bounds.height())
                        .put("maximised", bounds.maximised()));
        ArrayNode columns = json.put("comparing", settings.views().comparing())
                .put("folding", settings.views().folding())
                .put("firstSteps", settings.views().firstSteps())
                .putArray("columns");
        settings.views()
                .columns()
                .forEach(column -> columns.addObject()
                        .put("method", column.method())
                        .put("descriptor", column.descriptor())
                        .put("bits", column.bits()));
        return json.put("method", settings.method())
                .put("descriptor", settings.descriptor())
                .put("bits", settings.bits())
                .put("k", settings.k())
                .put("lookup", settings.lookup())
                .put("radius", settings.radius())
                .put("rerank", settings.rerank());
    }

    private static Settings fromJson(JsonNode json) {
        Settings usual = Settings.DEFAULT;
        List<String> recent = new ArrayList<>();
        json.path("recentArchives").forEach(path -> recent.add(path.asText()));
        JsonNode window = json.path("window");
        return new Settings(
                Optional.ofNullable(json.get("lastArchive")).map(JsonNode::asText),
                recent,
                json.path("theme").asText(usual.theme()),
                json.path("textPercent").asInt(usual.textPercent()),
                window.isObject()
                        ? Optional.of(new WindowBounds(
                                window.path("x").asDouble(),
                                window.path("y").asDouble(),
                                window.path("width").asDouble(),
                                window.path("height").asDouble(),
                                window.path("maximised").asBoolean()))
                        : Optional.empty(),
                json.path("method").asText(usual.method()),
                json.path("descriptor").asText(usual.descriptor()),
                json.path("bits").asInt(usual.bits()),
                json.path("k").asInt(usual.k()),
                json.path("lookup").asText(usual.lookup()),
                json.path("radius").asInt(usual.radius()),
                json.path("rerank").asBoolean(usual.rerank()),
                views(json));
    }

    private static Views views(JsonNode json) {
        List<ColumnChoice> columns = new ArrayList<>();
        json.path("columns")
                .forEach(column -> columns.add(new ColumnChoice(
                        column.path("method").asText(Settings.DEFAULT.method()),
                        column.path("descriptor").asText(Settings.DEFAULT.descriptor()),
                        column.path("bits").asInt(Settings.DEFAULT.bits()))));
        return new Views(
                json.path("comparing").asBoolean(false),
                columns,
                json.path("folding").asBoolean(Views.DEFAULT.folding()),
                json.path("firstSteps").asBoolean(Views.DEFAULT.firstSteps()));
    }
}
