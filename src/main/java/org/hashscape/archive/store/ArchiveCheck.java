package org.hashscape.archive.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hashscape.model.Progress;

/**
 * Looks for damage in an archive file: its length, SQLite's pages and indices, and every checksum. Reads the whole file and
 * writes nothing.
 */
public final class ArchiveCheck {

    private static final int MOST_MESSAGES = 20;

    private ArchiveCheck() {}

    /**
     * What is damaged, as sentences without their full stops; empty where all is sound.
     *
     * @throws IOException where the file is missing, no archive at all, or cannot be read
     */
    public static List<String> damage(Path file, Progress progress) throws IOException {
        List<String> damage = new ArrayList<>();
        try (DamagedFile archive = new DamagedFile(file)) {
            ArchiveAccess.missingPages(file).filter(what -> isCutOff(file)).ifPresent(damage::add);
            progress.report(-1, "Checking the pages of " + file.getFileName());
            structure(archive, damage);
            StoredTable[] tables = StoredTable.values();
            for (int i = 0; i < tables.length; i++) {
                progress.checkCancelled();
                progress.report((double) i / tables.length, "Checking " + tables[i].noun());
                rows(archive, tables[i], damage);
            }
        }
        return damage;
    }

    /** An unfinished log may hold what the file itself lacks. */
    private static boolean isCutOff(Path file) {
        try {
            return ArchiveAccess.of(file) == ArchiveAccess.CUT_OFF;
        } catch (IOException unreadable) {
            return true;
        }
    }

    private static void structure(DamagedFile archive, List<String> damage) {
        List<String> messages = new ArrayList<>();
        for (String pragma : List.of("integrity_check(" + MOST_MESSAGES + ")", "foreign_key_check")) {
            boolean references = pragma.startsWith("foreign");
            try (Statement statement = archive.connection().createStatement();
                    ResultSet rows = statement.executeQuery("PRAGMA " + pragma)) {
                while (rows.next() && messages.size() < MOST_MESSAGES) {
                    String said = rows.getString(1);
                    if (!"ok".equals(said)) {
                        messages.add(references ? "rows of " + said + " refer to what is not there" : oneLine(said));
                    }
                }
            } catch (SQLException unreadable) {
                messages.add(oneLine(String.valueOf(unreadable.getMessage())));
            }
        }
        if (!messages.isEmpty()) {
            String more = messages.size() == 1 ? "" : " (and " + (messages.size() - 1) + " more)";
            damage.add("its pages are not in order: " + messages.get(0) + more);
        }
    }

    private static String oneLine(String text) {
        return String.valueOf(text).replaceAll("\\s+", " ").strip();
    }

    private static void rows(DamagedFile archive, StoredTable table, List<String> damage) throws IOException {
        long[] counts = new long[2];
        boolean whole = archive.forEach(table, row -> {
            counts[0]++;
            counts[1] += table.isSound(row, 2) ? 0 : 1;
        });
        if (!whole) {
            damage.add("not all " + table.noun() + " can be read");
        }
        if (counts[1] > 0) {
            damage.add(String.format(
                    Locale.ENGLISH, "%,d of %,d %s do not match their checksums", counts[1], counts[0], table.noun()));
        }
    }
}
