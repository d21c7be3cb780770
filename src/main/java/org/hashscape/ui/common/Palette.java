package org.hashscape.ui.common;

import javafx.scene.paint.Color;

/**
 * The colours of what style sheets cannot reach: canvases and charts. Each equals the looked-up colour of the same name
 * in the theme's style sheet.
 *
 * @param panel background of lists, grids and charts
 * @param border thin lines between things
 * @param text words to be read first
 * @param muted words to be read second, axis labels
 * @param accent selection, the data of charts
 * @param accentSoft background of what is selected
 * @param hover background of what the pointer is on
 * @param placeholder a picture that has not come yet
 * @param relevant results that share a label with the query
 * @param irrelevant results that do not
 */
public record Palette(
        Color panel,
        Color border,
        Color text,
        Color muted,
        Color accent,
        Color accentSoft,
        Color hover,
        Color placeholder,
        Color relevant,
        Color irrelevant) {

    static final Palette LIGHT = new Palette(
            Color.web("#ffffff"),
            Color.web("#d4dae1"),
            Color.web("#1c2733"),
            Color.web("#586776"),
            Color.web("#0b66c3"),
            Color.web("#dcebfa"),
            Color.web("#eef2f6"),
            Color.web("#e6eaef"),
            Color.web("#1a7f37"),
            Color.web("#c8252c"));

    static final Palette DARK = new Palette(
            Color.web("#22282e"),
            Color.web("#3b444d"),
            Color.web("#e4e9ee"),
            Color.web("#a0acb8"),
            Color.web("#4f9df5"),
            Color.web("#24405f"),
            Color.web("#2c343c"),
            Color.web("#30383f"),
            Color.web("#3fb950"),
            Color.web("#f4605a"));
}
