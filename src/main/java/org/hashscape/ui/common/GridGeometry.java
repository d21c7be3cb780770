package org.hashscape.ui.common;

/**
 * Where the cells of a grid lie: index arithmetic only, so a million cells cost as much as ten. Cells run left to right,
 * then down; spare width goes evenly between the columns. Lengths in pixels, {@code y} counted from the grid's top.
 *
 * @param count cells
 * @param width of the grid
 * @param cellWidth of one cell
 * @param cellHeight of one cell
 * @param gap least space between cells and around them
 */
public record GridGeometry(int count, double width, double cellWidth, double cellHeight, double gap) {

    public int columns() {
        return Math.max(1, (int) ((width - gap) / (cellWidth + gap)));
    }

    public int rows() {
        return (int) (((long) count + columns() - 1) / columns());
    }

    public double rowStep() {
        return cellHeight + gap;
    }

    public double totalHeight() {
        return rows() * rowStep() + gap;
    }

    public double x(int index) {
        double spread = Math.max(gap, (width - columns() * cellWidth) / (columns() + 1));
        return Math.floor(spread + index % columns() * (cellWidth + spread));
    }

    public double y(int index) {
        return gap + (double) (index / columns()) * rowStep();
    }

    /** The first cell of which something shows below {@code top}. */
    public int firstVisible(double top) {
        long row = Math.max(0, (long) Math.floor((top - gap) / rowStep()));
        return (int) Math.min(count, row * columns());
    }

    /** One past the last cell of which something shows above {@code bottom}. */
    public int endVisible(double bottom) {
        long row = Math.max(0, (long) Math.ceil((bottom - gap) / rowStep()));
        return (int) Math.min(count, row * columns());
    }

    /** The cell at a place, or -1 between cells and beyond them. */
    public int indexAt(double px, double py) {
        int first = firstVisible(py);
        for (int index = first; index < Math.min(count, first + columns()); index++) {
            boolean across = px >= x(index) && px < x(index) + cellWidth;
            if (across && py >= y(index) && py < y(index) + cellHeight) {
                return index;
            }
        }
        return -1;
    }

    /** The offset nearest to {@code offset} at which the cell shows whole in a view of that height. */
    public double offsetShowing(int index, double offset, double viewHeight) {
        double top = y(index) - gap;
        double bottom = y(index) + cellHeight + gap;
        return top < offset
                ? top
                : bottom > offset + viewHeight ? Math.max(0, Math.min(top, bottom - viewHeight)) : offset;
    }

    public double maxOffset(double viewHeight) {
        return Math.max(0, totalHeight() - viewHeight);
    }
}
