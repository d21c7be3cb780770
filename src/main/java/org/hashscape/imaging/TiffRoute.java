package org.hashscape.imaging;

import org.hashscape.imaging.tiff.MalformedTiffException;
import org.hashscape.imaging.tiff.TiffDirectory;
import org.hashscape.imaging.tiff.TiffNames;
import org.hashscape.imaging.tiff.TiffTag;

/**
 * Which library reads a TIFF file rightly, by its tags: neither reads all, and both read some silently wrong. Apache SIS
 * 1.6 is wrong on floating-point numbers with a predictor and knows no JPEG; TwelveMonkeys 3.14 gives one band of several
 * that lie in planes of their own, and cannot read windows of anything but JPEG.
 */
enum TiffRoute {
    /** Apache SIS, by windows. */
    SIS,
    /** TwelveMonkeys, by windows: JPEG. */
    JPEG_WINDOWS,
    /** TwelveMonkeys, the whole image at once. */
    WHOLE,
    /** As a picture with its colours converted by TwelveMonkeys: faxes, CMYK, CIE Lab, YCbCr without JPEG. */
    PICTURE;

    /** @throws UnreadableImageException where no library reads it rightly, with the cause and what to do */
    static TiffRoute of(TiffDirectory image) throws UnreadableImageException, MalformedTiffException {
        int compression = image.compression();
        int bits = image.bits();
        int format = image.sampleFormat();
        boolean planes = image.isPlanar() && image.samples() > 1;
        if (format > TiffDirectory.FLOATING
                || format == TiffDirectory.FLOATING && bits < 32
                || format != TiffDirectory.FLOATING && bits > 32) {
            throw unread(TiffNames.samples(bits, format), "-ot Float32");
        }
        return switch (compression) {
            case 1, 5, 8, 32946, 32773 -> isConverted(image) ? PICTURE : plain(image, bits, format, planes);
            case 7 -> {
                if (planes) {
                    throw unread("JPEG with bands in planes of their own", "-co COMPRESS=DEFLATE");
                }
                yield isConverted(image) && image.photometric() != 6 ? PICTURE : JPEG_WINDOWS;
            }
            case 2, 3, 4, 6, 32809 -> PICTURE;
            default -> throw unread("the compression " + TiffNames.compression(compression), "-co COMPRESS=DEFLATE");
        };
    }

    private static TiffRoute plain(TiffDirectory image, int bits, int format, boolean planes)
            throws UnreadableImageException, MalformedTiffException {
        int predictor = image.predictor();
        boolean floating = format == TiffDirectory.FLOATING;
        if (predictor < 1 || predictor > 3 || predictor == 3 && !floating) {
            throw unread("predictor " + predictor + " on " + TiffNames.samples(bits, format), "-co PREDICTOR=1");
        }
        // SIS unpacks up to 32 bits.
        boolean odd = bits != 1 && bits != 8 && bits != 16 && bits != 32;
        boolean signedBytes = bits == 8 && format == TiffDirectory.SIGNED; // SIS delivers none
        boolean reversed = image.whole(TiffTag.FILL_ORDER, 1) == 2;
        boolean untold = !image.has(TiffTag.COMPRESSION); // old writers leave it out; SIS does not
        if (floating && predictor > 1 || odd || signedBytes || reversed || untold) {
            if (planes) {
                throw unread(
                        "bands in planes of their own of " + TiffNames.samples(bits, format), "-co INTERLEAVE=PIXEL");
            }
            return WHOLE;
        }
        return SIS;
    }

    /** Whether samples are not what is shown, nor measured values, but another colour space. */
    private static boolean isConverted(TiffDirectory image) throws MalformedTiffException {
        int photometric = image.photometric();
        return photometric >= 4 && photometric <= 10;
    }

    private static UnreadableImageException unread(String what, String option) {
        return new UnreadableImageException(
                "Not read from TIFF: " + what + ". Convert it with: gdal_translate " + option + " in.tif out.tif");
    }
}
