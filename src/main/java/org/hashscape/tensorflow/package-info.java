/**
 * The one door to TensorFlow. Whoever touches a class of {@code ai.djl} or {@code org.tensorflow} that loads the native
 * library calls {@link org.hashscape.tensorflow.TensorFlowRuntime#start} first:
 *
 * <pre>{@code
 * TensorFlowRuntime.start();
 * Session session = new Session(graph, TensorFlowRuntime.sessionConfig());
 * }</pre>
 *
 * <p>Starting takes about a second and 300 MB, so nothing starts it before a network is run or hash layers are trained.
 * The native library comes with the program (a jar on the class path); nothing is ever fetched. Knows no other package.
 */
@NullMarked
package org.hashscape.tensorflow;

import org.jspecify.annotations.NullMarked;
