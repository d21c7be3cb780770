package org.hashscape.cli;

import picocli.CommandLine.Option;

/** Which hash codes are meant. */
@SuppressWarnings("NullAway.Init")
final class MethodOptions {

    @Option(
            names = "--method",
            defaultValue = "kslsh",
            paramLabel = "M",
            description = "lsh, klsh, kslsh, itq, sign, exhaustive or exhaustive-euclidean. Default: kslsh.")
    String method;

    @Option(
            names = "--descriptor",
            defaultValue = "sift-words",
            paramLabel = "D",
            description = "colour-texture, sift-words, or both joined by '+'. Default: sift-words.")
    String descriptor;

    @Option(
            names = "--bits",
            defaultValue = "32",
            paramLabel = "B",
            description = "Code length, 1 to 1024. Default: 32.")
    int bits;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed of the training. Default: 1.")
    long seed;
}
