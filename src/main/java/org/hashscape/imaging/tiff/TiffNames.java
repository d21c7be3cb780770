package org.hashscape.imaging.tiff;

/** What TIFF's numbers are called. */
public final class TiffNames {

    private TiffNames() {}

    /** "Deflate", "ZSTD"; the number where it has no name here. */
    public static String compression(int number) {
        return switch (number) {
            case 1 -> "none";
            case 2 -> "CCITT RLE";
            case 3 -> "CCITT Group 3";
            case 4 -> "CCITT Group 4";
            case 5 -> "LZW";
            case 6 -> "old-style JPEG";
            case 7 -> "JPEG";
            case 8, 32946 -> "Deflate";
            case 32771 -> "CCITT RLE, word-aligned";
            case 32773 -> "PackBits";
            case 32809 -> "ThunderScan";
            case 34661 -> "JBIG";
            case 34676, 34677 -> "SGI LogLuv";
            case 34712, 33003, 33004, 33005, 34713 -> "JPEG 2000";
            case 34887 -> "LERC";
            case 34925 -> "LZMA";
            case 50000, 34926 -> "ZSTD";
            case 50001, 34927 -> "WebP";
            case 50002 -> "JPEG XL";
            default -> "number " + number;
        };
    }

    /** "16-bit unsigned integers". */
    public static String samples(int bits, int format) {
        return switch (format) {
            case TiffDirectory.UNSIGNED -> bits + "-bit unsigned integers";
            case TiffDirectory.SIGNED -> bits + "-bit signed integers";
            case TiffDirectory.FLOATING -> bits + "-bit floating-point numbers";
            case 5 -> bits + "-bit complex integers";
            default -> bits + "-bit complex numbers";
        };
    }
}
