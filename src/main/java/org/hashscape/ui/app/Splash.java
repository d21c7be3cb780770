package org.hashscape.ui.app;

import javafx.geometry.Pos;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Background;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.hashscape.ui.common.Palette;

/**
 * What stands in the window until its content is built: the program's sign and name. In the window itself, which then stays where it is;
 * and without controls, whose style sheets are most of the wait.
 */
final class Splash extends VBox {

    private static final double GAP = 16;
    private static final double NAME_SIZE = 28;

    Splash(Image sign, Palette palette) {
        super(GAP, new ImageView(sign), name(palette));
        setAlignment(Pos.CENTER);
        setBackground(Background.fill(palette.hover()));
    }

    private static Text name(Palette palette) {
        Text name = new Text("Hashscape");
        name.setFont(Font.font("Inter", FontWeight.BOLD, NAME_SIZE));
        name.setFill(palette.text());
        return name;
    }
}
