package org.hashscape.ui.common;

import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ComboBoxListViewSkin;

/**
 * A combo box whose list is styled and laid out when it is first opened. JavaFX does that with the box, for its width: forty nodes for
 * each, of which nobody sees one. So its width comes from the style sheet or from what is chosen.
 */
public final class LightComboBox<T> extends ComboBox<T> {

    public LightComboBox(ObservableList<T> items) {
        super(items);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new LightSkin<>(this);
    }

    private static final class LightSkin<T> extends ComboBoxListViewSkin<T> {

        private boolean listed;

        LightSkin(ComboBox<T> box) {
            super(box);
            getChildren().remove(getPopupContent());
        }

        @Override
        public void show() {
            if (!listed) {
                listed = true;
                getChildren().add(getPopupContent()); // its size is asked for before it is in the popup's scene
                getPopupContent().applyCss();
            }
            super.show();
        }
    }
}
