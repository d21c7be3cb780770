package org.hashscape.imaging.tiff;

/**
 * Whether a directory's image can be what its tags say, seen from the file's length: nobody has to decode a file of
 * 200 bytes that claims to be a billion pixels, or one whose blocks end beyond the file.
 */
public final class TiffCheck {

    /** The most a byte of Deflate can become (RFC 1951: 258 bytes from two bits), rounded up. */
    private static final long DEFLATE_RATIO = 1040;

    /** The most a byte of LZW can become: strings grow to 3,839 bytes, a code has 12 bits. */
    private static final long LZW_RATIO = 2600;

    /** PackBits: 128 bytes from two. */
    private static final long PACK_BITS_RATIO = 64;

    private static final long SLACK = 1024;

    private TiffCheck() {}

    /** @throws MalformedTiffException where the image cannot be there */
    public static void check(TiffDirectory image, long fileLength) throws MalformedTiffException {
        int width = image.width();
        int height = image.height();
        int samples = image.samples();
        int bits = image.bits();
        int photometric = image.photometric();
        long planar = image.whole(TiffTag.PLANAR_CONFIGURATION, 1);
        if (planar != 1 && planar != 2) {
            throw new MalformedTiffException("its planar configuration is " + planar);
        }
        if ((photometric == 2 || photometric == 6 || photometric == 8) && samples < 3
                || photometric == 5 && samples < 4) {
            throw new MalformedTiffException("it says colour " + photometric + " with " + samples + " bands");
        }
        int format = image.sampleFormat();
        if (format < 1 || format > 6) {
            throw new MalformedTiffException("its sample format is " + format);
        }
        if (format == TiffDirectory.FLOATING && bits != 16 && bits != 24 && bits != 32 && bits != 64) {
            throw new MalformedTiffException("its floating-point samples have " + bits + " bits");
        }
        image.palette();
        blocks(image, width, height, image.isPlanar() ? samples : 1, fileLength);
    }

    private static void blocks(TiffDirectory image, int width, int height, int planes, long fileLength)
            throws MalformedTiffException {
        int blockWidth = image.blockWidth();
        int blockHeight = image.blockHeight();
        long across = (width + (long) blockWidth - 1) / blockWidth;
        long down = (height + (long) blockHeight - 1) / blockHeight;
        long expected = across * down * planes;
        int offsets = image.isTiled() ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS;
        int sizes = image.isTiled() ? TiffTag.TILE_BYTE_COUNTS : TiffTag.STRIP_BYTE_COUNTS;
        if (image.has(TiffTag.TILE_OFFSETS) && image.has(TiffTag.STRIP_OFFSETS)) {
            throw new MalformedTiffException("it says both tiles and strips");
        }
        if (image.isTiled() && (blockWidth % 8 != 0 && blockWidth < width || blockWidth > 1 << 16)) {
            throw new MalformedTiffException("its tiles are " + blockWidth + " pixels wide");
        }
        boolean oneStripWithoutSize = !image.isTiled() && expected == 1 && !image.has(sizes);
        if (image.count(offsets) < expected || image.count(sizes) < expected && !oneStripWithoutSize) {
            throw new MalformedTiffException("it needs " + expected + " blocks, but names " + image.count(offsets)
                    + " places and " + image.count(sizes) + " lengths");
        }
        long rowBits = (long) blockWidth * image.bits() * (image.samples() / planes);
        long rowBytes = (rowBits + 7) / 8;
        for (int i = 0; i < expected; i++) {
            long at = image.wholeAt(offsets, i);
            long size = oneStripWithoutSize ? Math.max(0, fileLength - at) : image.wholeAt(sizes, i);
            if (size == 0 && at == 0) {
                continue; // GDAL's sparse files leave out blocks that hold nothing
            }
            if (at < 8 || size < 1 || at > fileLength - size) {
                throw new MalformedTiffException("block " + (i + 1) + " of " + expected + " (" + size + " bytes at "
                        + at + ") does not lie inside the file of " + fileLength + " bytes");
            }
            long row = i / across % down;
            long rows = image.isTiled() ? blockHeight : Math.min(blockHeight, height - row * blockHeight);
            long most = most(image.compression(), size);
            if (most < rows * rowBytes) {
                throw new MalformedTiffException("block " + (i + 1) + " of " + expected + " has " + size
                        + " bytes, which cannot hold its " + rows + " rows of " + rowBytes + " bytes");
            }
        }
    }

    /** The most bytes that so many compressed ones can become. */
    private static long most(int compression, long size) {
        return switch (compression) {
            case 1 -> size;
            case 5 -> size * LZW_RATIO + SLACK;
            case 8, 32946 -> size * DEFLATE_RATIO + SLACK;
            case 32773 -> size * PACK_BITS_RATIO + SLACK;
            default -> Long.MAX_VALUE;
        };
    }
}
