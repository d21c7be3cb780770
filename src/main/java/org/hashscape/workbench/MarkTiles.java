package org.hashscape.workbench;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hashscape.model.Mark;
import org.hashscape.model.TileId;

/** Marks of results, kept in the archive, and the labels that they can become. */
public final class MarkTiles {

    private static final int LONGEST_LABEL = 200;

    private final Archive archive;

    public MarkTiles(Archive archive) {
        this.archive = archive;
    }

    /** The marks set while this tile was the query. */
    public List<Mark> of(TileId query) throws IOException {
        return archive.store().marks().of(query);
    }

    /** The marks of every query that has some. */
    public Map<TileId, List<Mark>> all() throws IOException {
        return archive.store().marks().all();
    }

    /** Makes these the query's marks, and no others. */
    public void put(TileId query, Collection<Mark> marks) throws IOException {
        archive.store().marks().put(query, marks);
    }

    /**
     * Adds a label to tiles; imports leave it alone.
     *
     * @return the tiles that did not carry it before: those to take it from again
     * @throws IllegalArgumentException where the label is blank or very long
     */
    public List<TileId> giveLabel(String label, Collection<TileId> tiles) throws IOException {
        String name = label.strip();
        if (name.isEmpty() || name.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("A label has 1 to " + LONGEST_LABEL + " characters");
        }
        List<TileId> changed = archive.store().marks().giveLabel(name, tiles);
        archive.touch();
        return changed;
    }

    /** Takes a label back that was given; labels that came with the images stay. */
    public void takeLabel(String label, Collection<TileId> tiles) throws IOException {
        archive.store().marks().takeLabel(label.strip(), tiles);
        archive.touch();
    }
}
