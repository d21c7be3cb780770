package org.hashscape.tensorflow;

import ai.djl.engine.Engine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensorflow.proto.ConfigProto;

/** Starts the TensorFlow engine, once per process and without a connection to anywhere. Thread-safe. */
public final class TensorFlowRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(TensorFlowRuntime.class);
    private static final String THREADS_PROPERTY = "hashscape.tensorflow.threads";

    /**
     * Threads inside one operation. Two everywhere, whatever the machine has, so that sums are split the same way on
     * every machine.
     */
    private static final int THREADS = 2;

    private TensorFlowRuntime() {}

    /** Holds the engine; initialised on first use by {@link #start}. */
    private static final class Started {

        private static final String VERSION = startEngine();

        private Started() {}

        private static String startEngine() {
            // Before class Engine: it would ask a cloud's metadata service where it runs, and report home.
            System.setProperty("ai.djl.offline", "true");
            System.setProperty("OPT_OUT_TRACKING", "true");
            // JavaCPP's limits count the memory of the whole process and stop work long before it is short.
            System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
            System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
            System.setProperty("ai.djl.tensorflow.num_intraop_threads", Integer.toString(threads()));
            System.setProperty("ai.djl.tensorflow.num_interop_threads", "1");
            Engine engine = Engine.getEngine("TensorFlow");
            LOG.info("TensorFlow {} started, {} threads", engine.getVersion(), threads());
            return engine.getVersion();
        }
    }

    /**
     * Starts TensorFlow where it does not run yet.
     *
     * @throws IllegalArgumentException where there is no native library for this machine
     */
    public static void start() {
        try {
            LOG.debug("TensorFlow {}", Started.VERSION);
        } catch (LinkageError | RuntimeException failure) {
            LOG.error("TensorFlow does not start", failure);
            throw new IllegalArgumentException(
                    "TensorFlow does not run on this machine (" + System.getProperty("os.name") + ", "
                            + System.getProperty("os.arch")
                            + "), so backbones and deep hashing are not available. All other methods are.",
                    failure);
        }
    }

    /** Threads inside one operation: two, or what {@code -Dhashscape.tensorflow.threads} says. Results do not depend on it. */
    public static int threads() {
        return Math.max(1, Integer.getInteger(THREADS_PROPERTY, THREADS));
    }

    /** How sessions are set up: one operation at a time, {@link #threads} threads inside it. */
    public static ConfigProto sessionConfig() {
        return ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads())
                .setInterOpParallelismThreads(1)
                .build();
    }
}
