package org.hashscape.tensorflow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.SocketImpl;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hashscape.cli.HashscapeCommand;

/** Runs a command line while every attempt to open a socket or to choose a proxy for an address is counted and fails. */
final class NoConnectionMain {

    private static final AtomicInteger ATTEMPTS = new AtomicInteger();

    private NoConnectionMain() {}

    @SuppressWarnings("deprecation") // the only way to see sockets from inside the process
    public static void main(String[] args) throws IOException {
        java.net.Socket.setSocketImplFactory(NoConnectionMain::refuse);
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                ATTEMPTS.incrementAndGet();
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI address, SocketAddress socket, IOException failure) {}
        });
        int exit = HashscapeCommand.run(args);
        int counted = ATTEMPTS.get();
        requireThatCountingWorks();
        System.out.println("connections attempted: " + counted);
        System.exit(exit);
    }

    private static SocketImpl refuse() {
        ATTEMPTS.incrementAndGet();
        throw new IllegalStateException("A connection was attempted");
    }

    private static void requireThatCountingWorks() throws IOException {
        int before = ATTEMPTS.get();
        try {
            new java.net.Socket(InetAddress.getLoopbackAddress(), 9).close();
        } catch (IllegalStateException counted) {
            // as it should be
        }
        if (ATTEMPTS.get() == before) {
            throw new IllegalStateException("Attempts are not counted");
        }
    }
}
