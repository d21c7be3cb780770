import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Leaves of the native libraries in a folder of jars only those of one system, and packs what is left as small as it goes:
 *
 * <pre>java installer/Natives.java FOLDER linux|mac|windows x86_64|aarch64</pre>
 */
public final class Natives {

    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a)(\\.\\d+)*");

    /** Folders of the native libraries inside jars, as the libraries name them, by system and processor. */
    private enum Folders {
        LINUX_X86_64("Linux/x86_64", "linux-x86-64", "linux-x86_64"),
        LINUX_AARCH64("Linux/aarch64", "linux-aarch64", "linux-arm64"),
        MAC_X86_64("Mac/x86_64", "darwin-x86-64", "macosx-x86_64"),
        MAC_AARCH64("Mac/aarch64", "darwin-aarch64", "macosx-arm64"),
        WINDOWS_X86_64("Windows/x86_64", "win32-x86-64", "windows-x86_64");

        private final List<String> names;

        Folders(String... names) {
            this.names = List.of(names);
        }

        boolean hold(String entry) {
            return names.stream().anyMatch(name -> entry.contains("/" + name + "/"));
        }
    }

    private Natives() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("usage: java Natives.java FOLDER linux|mac|windows x86_64|aarch64");
            System.exit(2);
        }
        Folders kept = Folders.valueOf((arguments[1] + "_" + arguments[2]).toUpperCase(Locale.ROOT));
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            prune(jar, kept);
        }
    }

    private static void prune(Path jar, Folders kept) throws IOException {
        Path smaller = jar.resolveSibling(jar.getFileName() + ".part");
        try (ZipFile from = new ZipFile(jar.toFile())) {
            try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(smaller))) {
                to.setLevel(Deflater.BEST_COMPRESSION);
                for (Enumeration<? extends ZipEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                    copy(from, entries.nextElement(), to, kept);
                }
            }
        }
        Files.move(smaller, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream to, Folders kept) throws IOException {
        if (isForeign(entry.getName(), kept)) {
            return;
        }
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTime(entry.getTime());
        to.putNextEntry(same);
        try (InputStream content = from.getInputStream(entry)) {
            content.transferTo((OutputStream) to);
        }
        to.closeEntry();
    }

    /** Natives at the top of a jar belong to the system that the jar was chosen for. */
    private static boolean isForeign(String entry, Folders kept) {
        return NATIVE.matcher(entry).matches() && entry.contains("/") && !kept.hold(entry);
    }
}
