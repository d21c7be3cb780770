package org.hashscape.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/** Third-party data sets, where the machine has them; tests that need one are skipped elsewhere. */
public final class RealData {

    private RealData() {}

    /** The unpacked folder of a zip in the folder that {@code -Dhashscape.data} names; skips the test where there is none. */
    public static Path folder(String zipName) throws IOException {
        Path zip =
                Path.of(System.getProperty("hashscape.data", "../shared/data")).resolve(zipName);
        Assumptions.assumeTrue(
                Files.exists(zip), () -> "Skipped: " + zip + " is not here; name its folder with -Dhashscape.data");
        Path folder = Path.of("target", "data", zipName.replace(".zip", ""));
        Path done = folder.resolve(".complete");
        if (!Files.exists(done)) {
            unpack(zip, folder);
            Files.createFile(done);
        }
        return folder;
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path to = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory() || !to.startsWith(folder)) {
                    continue;
                }
                Files.createDirectories(to.getParent());
                try (InputStream content = file.getInputStream(entry)) {
                    Files.write(to, content.readAllBytes());
                }
            }
        }
    }
}
