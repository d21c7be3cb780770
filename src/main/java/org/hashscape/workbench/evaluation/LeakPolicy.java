package org.hashscape.workbench.evaluation;

/** What happens where tiles that are asked about, or exact or rotated copies of them, were seen in training. */
public enum LeakPolicy {
    /** The evaluation does not start; the message names the tiles. */
    REFUSE,
    /** It runs, and every row says that it rests on a leak. */
    MARK
}
