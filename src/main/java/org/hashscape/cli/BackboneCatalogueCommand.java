package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.hashscape.workbench.Backbones;
import org.hashscape.workbench.download.CatalogueNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hashscape backbone catalogue}. */
@Command(
        name = "catalogue",
        description = "Names the networks that can be downloaded. Opens no connection.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class BackboneCatalogueCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Override
    public Integer call() throws IOException {
        Backbones backbones = new Backbones();
        List<CatalogueNetwork> networks = backbones.catalogue();
        ArrayNode list = console.object().arrayNode();
        for (CatalogueNetwork network : networks) {
            String digest = backbones.knownDigest(network).orElse("");
            list.add(console.object()
                    .put("id", network.id())
                    .put("title", network.title())
                    .put("address", network.address().toString())
                    .put("bytes", network.bytes())
                    .put("sha256", digest)
                    .put("digestBy", network.digestBy())
                    .put("licence", network.licence())
                    .put("licenceAddress", network.licenceAddress().toString())
                    .put("input", network.input())
                    .put("output", network.output())
                    .put("size", network.size())
                    .put("range", network.range())
                    .put("dimension", network.dimension()));
            if (!console.isJson()) {
                console.say("%s: %s, %s", network.id(), network.title(), network.licence());
                console.say("  %s", network.address());
                console.say(
                        "  %,d bytes, SHA-256 %s",
                        network.bytes(), digest.isEmpty() ? "not published" : digest + " (" + network.digestBy() + ")");
                console.say(
                        "  images %dx%d in %s, %s -> %s, %,d features",
                        network.size(),
                        network.size(),
                        network.range(),
                        network.input(),
                        network.output(),
                        network.dimension());
            }
        }
        if (console.isJson()) {
            console.print(list);
        } else {
            console.say("Fetch one by: hashscape backbone download ID");
        }
        return 0;
    }
}
