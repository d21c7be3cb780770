package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.testing.TestImages;
import org.hashscape.testing.TestTiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives and images made to reach what they should not. */
class UntrustedFilesTest {

    private static final int GDAL_METADATA = 42112;
    private static final int XMP = 700;
    private static final int GEO_METADATA = 50909;

    @TempDir
    private Path folder;

    @Test
    void aKeyThatLeavesTheArchivesFolderIsNotRead() throws Exception {
        Path images = TestImages.archive(folder.resolve("images"), 2, "jpg", 1);
        Path secret = folder.resolve("secret.jpg");
        TestImages.write(TestImages.image("noise", 64, 1), "jpg", secret);
        try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a.hsa"));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE tile SET key = '../secret.jpg' WHERE id = 1");
        }
        try (Archive archive = Workspace.open(folder.resolve("a.hsa"))) {
            Tile tile = archive.catalogue().tile(0);
            assertThat(tile.key()).isEqualTo("../secret.jpg");
            assertThatThrownBy(() -> archive.raster(tile))
                    .hasMessage("The original " + secret + " lies outside the archive's folder " + images
                            + ", by its name or by a symbolic link, and is not read.");
        }
    }

    @Test
    void aFolderThatBecameALinkOutOfTheArchivesFolderIsNotFollowed() throws Exception {
        Path images = TestImages.archive(folder.resolve("images"), 2, "jpg", 1);
        try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
            Path outside = Files.move(images.resolve("blobs"), folder.resolve("outside"));
            Files.createSymbolicLink(images.resolve("blobs"), outside);
            assertThatThrownBy(() -> archive.raster(archive.catalogue().tile(0)))
                    .hasMessageContaining("lies outside the archive's folder");
        }
    }

    @Test
    void entitiesInTheXmlOfAnImageAreNotFetched() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + listener.getLocalPort() + "/stolen.dtd";
            String xml = "<?xml version=\"1.0\"?><!DOCTYPE GDALMetadata SYSTEM \"" + address
                    + "\" [<!ENTITY % remote SYSTEM \"" + address + "\"> %remote; <!ENTITY a SYSTEM \"" + address
                    + "\">]><GDALMetadata><Item name=\"x\">&a;</Item></GDALMetadata>";
            Files.createDirectories(folder.resolve("images"));
            for (int tag : new int[] {GDAL_METADATA, XMP, GEO_METADATA}) {
                new TestTiff(64, 64, 3)
                        .photometric(2)
                        .placed(32633, 500_000, 5_000_000, 10)
                        .text(tag, xml)
                        .write(folder.resolve("images/of" + tag + ".tif"), (x, y, band) -> x + y);
            }
            try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
                new ImportTiles(archive).run(folder.resolve("images"), DatasetLayout.FLAT, Progress.NONE);
                assertThat(archive.catalogue().size() + archive.problems().size())
                        .isEqualTo(3);
                for (Tile tile : archive.catalogue().tiles()) {
                    assertThat(archive.raster(tile).width()).isEqualTo(64);
                }
            }
            listener.setSoTimeout(300);
            assertThatThrownBy(listener::accept)
                    .as("nobody asked for the entity")
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }
}
