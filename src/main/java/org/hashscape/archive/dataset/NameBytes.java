package org.hashscape.archive.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** File names as the bytes that they are on the disk, for names that are not text in the system's encoding. */
final class NameBytes {

    private static final int LONGEST_CHARACTER = 4;

    private NameBytes() {}

    /** The last name of a path, from its URI: the one form of it that keeps every byte. */
    static byte[] of(Path file) {
        String path = file.toUri().getRawPath();
        String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String name = whole.substring(whole.lastIndexOf('/') + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(name, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(name.charAt(i));
            }
        }
        return bytes.toByteArray();
    }

    /** As UTF-8; bytes that are none as {@code \xe9}, so that no two names look alike. */
    static String text(byte[] name) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < name.length) {
            int length = lengthOfCharacter(name, at);
            if (length == 0) {
                text.append("\\x").append(HexFormat.of().toHexDigits(name[at]));
                at++;
            } else {
                text.append(new String(name, at, length, StandardCharsets.UTF_8));
                at += length;
            }
        }
        return text.toString();
    }

    private static int lengthOfCharacter(byte[] name, int at) {
        for (int length = 1; length <= Math.min(LONGEST_CHARACTER, name.length - at); length++) {
            try {
                CharBuffer read = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name, at, length));
                return read.isEmpty() ? 0 : length;
            } catch (CharacterCodingException incomplete) {
                continue; // a longer one may be whole
            }
        }
        return 0;
    }
}
