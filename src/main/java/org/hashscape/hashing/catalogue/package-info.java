/**
 * All hashing methods in one place: {@link org.hashscape.hashing.catalogue.HashMethods} lists their trainers, {@link
 * org.hashscape.hashing.catalogue.HashModelFormat} turns what they trained into bytes and back.
 *
 * <pre>{@code
 * HashFunction function = HashMethods.byId("lsh").train(trainingSet, 64, 1, Progress.NONE);
 * HashFunction same = HashModelFormat.read(HashModelFormat.write(function));
 * }</pre>
 *
 * <p>The only package of {@code hashing} that knows the methods; none of them knows it.
 */
@NullMarked
package org.hashscape.hashing.catalogue;

import org.jspecify.annotations.NullMarked;
