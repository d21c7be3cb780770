package org.hashscape.imaging;

/** What the markers of a JPEG say before its pixels begin. */
final class JpegHeader {

    private static final int BASELINE = 0xc0;
    private static final int SCAN = 0xda;
    private static final int ADOBE = 0xee;
    private static final int ICC_AND_OTHERS = 0xe2;

    private JpegHeader() {}

    /**
     * Whether every viewer shows it alike, and as little of it as can be is no picture: baseline, grey or three bands of 8
     * bits, no colour profile, none of Adobe's colour spaces, nothing else in application segments but JFIF and EXIF.
     */
    static boolean isPlain(byte[] jpeg) {
        boolean baseline = false;
        int at = 2;
        while (at + 3 < jpeg.length && (jpeg[at] & 0xff) == 0xff) {
            int marker = jpeg[at + 1] & 0xff;
            int length = (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
            if (marker == SCAN) {
                return baseline;
            }
            if (marker >= ICC_AND_OTHERS && marker <= ADOBE) {
                return false;
            }
            if (marker == BASELINE && at + 9 < jpeg.length) {
                int bands = jpeg[at + 9];
                baseline = jpeg[at + 4] == 8 && (bands == 1 || bands == 3);
            }
            at += 2 + length;
        }
        return false;
    }
}
