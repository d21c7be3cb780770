package org.hashscape.ui.common;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.control.Skin;
import org.controlsfx.control.SearchableComboBox;

/**
 * A combo box that is typed into to find an entry. Until the pointer or the keyboard comes to it, it is a plain one: its own skin has two
 * boxes and their lists.
 */
public final class SearchBox<T> extends SearchableComboBox<T> {

    public SearchBox() {
        Hint.whenEntered(this, this::makeSearchable);
        focusWithinProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable focus) {
                if (isFocusWithin()) {
                    focus.removeListener(this);
                    makeSearchable();
                }
            }
        });
    }

    private void makeSearchable() {
        if (getSkin() instanceof LightComboBox.LightSkin) {
            setSkin(super.createDefaultSkin());
        }
    }

    @Override
    public void show() {
        makeSearchable();
        super.show();
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new LightComboBox.LightSkin<>(this);
    }
}
