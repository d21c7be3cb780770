package org.hashscape;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether there is a screen to open a window on. Asked before JavaFX starts, since its toolkit answers a missing screen
 * or a missing GTK with a stack trace and cannot be started a second time.
 */
final class Display {

    private static final int X_PORT = 6000;
    private static final int TIMEOUT_MILLIS = 2000;
    private static final String GTK = "libgtk-3.so.0";

    private Display() {}

    /** Why no window can be opened here; empty where one can. */
    static Optional<String> whyNone() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win") || system.contains("mac")) {
            return Optional.empty();
        }
        String display = Optional.ofNullable(System.getenv("DISPLAY")).orElse("");
        if (display.isBlank()) {
            return Optional.of("there is no display (DISPLAY is not set)");
        }
        if (!answers(display)) {
            return Optional.of("the display '" + display + "' does not answer");
        }
        if (!hasGtk()) {
            return Optional.of("GTK 3 is not installed (Debian: apt-get install libgtk-3-0 libxtst6)");
        }
        return Optional.empty();
    }

    /** Whether an X server listens where the variable says: {@code [host]:number[.screen]}. */
    private static boolean answers(String display) {
        int colon = display.lastIndexOf(':');
        if (colon < 0) {
            return false;
        }
        String host = display.substring(0, colon);
        String number = display.substring(colon + 1).split("\\.", -1)[0];
        if (number.isEmpty() || !number.chars().allMatch(Character::isDigit) || number.length() > 5) {
            return host.startsWith("/"); // macOS names a socket; leave the answer to the toolkit
        }
        boolean local = host.isEmpty() || host.equals("unix");
        return local && socketAnswers(Path.of("/tmp/.X11-unix/X" + number))
                || portAnswers(local ? "localhost" : host, X_PORT + Integer.parseInt(number));
    }

    private static boolean socketAnswers(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean portAnswers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean hasGtk() {
        List<Path> folders = List.of(
                Path.of("/usr/lib/x86_64-linux-gnu"),
                Path.of("/usr/lib/aarch64-linux-gnu"),
                Path.of("/lib/x86_64-linux-gnu"),
                Path.of("/usr/lib64"),
                Path.of("/usr/lib"),
                Path.of("/usr/local/lib"));
        return folders.stream().anyMatch(folder -> Files.exists(folder.resolve(GTK)))
                || Files.notExists(Path.of("/usr/lib")); // an unusual system: let the toolkit look for itself
    }
}
