package org.hashscape.archive.store;

import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What the first tiles of an archive settle for all others: facts as the folder of the originals, the layout, how
 * scenes are cut. Written together with those tiles, so that of two imports into a new archive one settles them whole.
 *
 * @param binding name of the fact that later tiles must agree with
 * @param facts by name, that one among them
 */
public record ArchiveTerms(String binding, Map<String, String> facts) {

    public ArchiveTerms {
        facts = Map.copyOf(facts);
    }

    /**
     * Settles them where the archive has no tile; where it has some, only compares.
     *
     * @param anything whether there is something to be written on these terms; else nothing is settled
     * @return the other value of the binding fact, where its tiles were settled otherwise
     */
    Optional<String> settle(Handle handle, boolean anything) {
        boolean settled = handle.createQuery("SELECT EXISTS (SELECT 1 FROM tile)")
                .mapTo(Boolean.class)
                .one();
        if (settled) {
            return handle.createQuery("SELECT value FROM fact WHERE name = :name")
                    .bind("name", binding)
                    .mapTo(String.class)
                    .findOne()
                    .filter(value -> !value.equals(facts.get(binding)));
        }
        if (anything) {
            facts.forEach((name, value) ->
                    handle.execute("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", name, value));
        }
        return Optional.empty();
    }
}
