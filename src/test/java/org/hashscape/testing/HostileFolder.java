package org.hashscape.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A folder with good images and everything that is not one. */
public record HostileFolder(Path folder, Set<String> good, Set<String> bad) {

    /** Makes it: good keys can be imported, bad ones must end as problems. */
    public static HostileFolder in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("field"));
        Set<String> good = new TreeSet<>();
        Set<String> bad = new TreeSet<>();
        for (String name :
                new String[] {"plain.jpg", "two\nlines \ud83c\udf0d.png", "grey.tif", "UPPER.JPG", "sp ace'\"<b>.png"
                }) {
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            TestImages.write(
                    TestImages.image("blobs", 40, name.length()),
                    ending,
                    folder.resolve("field").resolve(name));
            good.add("field/" + name);
        }
        write(folder, "field/text.jpg", "This is no image at all.\n".repeat(20).getBytes(StandardCharsets.UTF_8), bad);
        write(folder, "field/empty.png", new byte[0], bad);
        byte[] jpeg = Files.readAllBytes(folder.resolve("field/plain.jpg"));
        write(folder, "field/truncated.jpg", Arrays.copyOf(jpeg, jpeg.length * 2 / 3), bad);
        write(folder, "field/bomb.png", pngHeader(30_000, 30_000), bad);
        write(folder, "field/negative.png", pngHeader(-5, 7), bad);
        Files.createSymbolicLink(folder.resolve("field/loop"), folder.resolve("field"));
        bad.add("field/loop");
        Files.createSymbolicLink(folder.resolve("field/self.jpg"), folder.resolve("field/self.jpg"));
        bad.add("field/self.jpg");
        Files.writeString(folder.resolve("field/readme.txt"), "Not an image, and not called one.");
        return new HostileFolder(folder, good, bad);
    }

    private static void write(Path folder, String key, byte[] bytes, Set<String> bad) throws IOException {
        Files.write(folder.resolve(key), bytes);
        bad.add(key);
    }

    /** A PNG that claims a size and holds next to nothing. */
    static byte[] pngHeader(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk(png, "IHDR", header.toByteArray());
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(pixels)) {
            deflater.write(new byte[100_000]);
        }
        chunk(png, "IDAT", pixels.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) throws IOException {
        DataOutputStream out = new DataOutputStream(png);
        out.writeInt(content.length);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        out.write(name);
        out.write(content);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeInt((int) crc.getValue());
    }
}
