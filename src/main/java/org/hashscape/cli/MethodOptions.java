package org.hashscape.cli;

import java.util.List;
import java.util.Optional;
import org.hashscape.workbench.SearchArchive;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which hash codes are meant. */
@SuppressWarnings("NullAway.Init")
final class MethodOptions {

    private static final int MOST_BITS = 1024;

    @Option(
            names = "--method",
            defaultValue = "kslsh",
            paramLabel = "M",
            description =
                    "lsh, klsh, kslsh, deep, deep-mhcln, itq, sign, multicode, multicode-symmetric, multicode-itq, multicode-kslsh,"
                            + " exhaustive or exhaustive-euclidean. Default: kslsh.")
    String method;

    @Option(
            names = "--descriptor",
            paramLabel = "D",
            description =
                    "colour-texture, sift-words, regions or a network, or several joined by '+'. Default: sift-words,"
                            + " and regions for multi-codes.")
    private Optional<String> askedDescriptor = Optional.empty();

    @Option(
            names = "--bits",
            defaultValue = "32",
            paramLabel = "B",
            description = "Code length, 1 to 1024. Default: 32.")
    int bits;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed of the training. Default: 1.")
    long seed;

    String descriptor() {
        return askedDescriptor.orElse(SearchArchive.isMultiCode(method) ? "regions" : "sift-words");
    }

    /** @throws ParameterException where method, descriptor or bit count cannot be */
    void requireKnown(CommandSpec command) {
        requireKnown(command, List.of(method), List.of(descriptor()), List.of(bits));
    }

    static void requireKnown(CommandSpec command, List<String> methods, List<String> descriptors, List<Integer> bits) {
        List<String> knownMethods =
                SearchArchive.methods().stream().map(SearchArchive.Choice::id).toList();
        for (String method : methods) {
            require(
                    command,
                    knownMethods.contains(method),
                    "There is no method '" + method + "'. Known: " + String.join(", ", knownMethods));
        }
        List<String> knownDescriptors = SearchArchive.descriptors().stream()
                .map(SearchArchive.Choice::id)
                .filter(id -> !id.contains("+"))
                .toList();
        for (String descriptor : descriptors) {
            for (String part : descriptor.split("\\+", -1)) {
                require(
                        command,
                        SearchArchive.isDescriptor(part.strip()),
                        "There is no descriptor '" + part + "'. Known: " + String.join(", ", knownDescriptors));
            }
        }
        for (int count : bits) {
            require(command, count >= 1 && count <= MOST_BITS, "--bits takes 1 to " + MOST_BITS + ", not " + count);
        }
    }

    /** @throws ParameterException with the message unless the condition holds: wrong usage, exit code 2 */
    static void require(CommandSpec command, boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(command.commandLine(), message);
        }
    }
}
