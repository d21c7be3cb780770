package org.hashscape.ui.app;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.hashscape.ui.common.Icon;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.Notice;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** A notice over the lower edge of the window. News goes by itself, a problem stays until it is closed. */
final class NoticeView extends HBox {

    private static final Duration NEWS_STAYS = Duration.seconds(8);

    private final Label sentence = new Label();
    private final Icon icon = Icons.of(MaterialDesignI.INFORMATION_OUTLINE);
    private final PauseTransition leaving = new PauseTransition(NEWS_STAYS);

    NoticeView(MainViewModel model) {
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(720, Region.USE_PREF_SIZE);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setId("notice");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        Button close = Icons.button(MaterialDesignC.CLOSE, "Close this message", model::dismissNotice);
        getChildren().addAll(icon, sentence, close);
        leaving.setOnFinished(event -> model.dismissNotice());
        model.noticeProperty().addListener((property, before, now) -> show(now));
        show(model.noticeProperty().get());
    }

    private void show(Optional<Notice> notice) {
        leaving.stop();
        setVisible(notice.isPresent());
        notice.ifPresent(some -> {
            boolean problem = some.kind() == Notice.Kind.PROBLEM;
            sentence.setText(some.sentence());
            icon.show(problem ? MaterialDesignA.ALERT_CIRCLE_OUTLINE : MaterialDesignI.INFORMATION_OUTLINE);
            getStyleClass().remove("problem");
            if (problem) {
                getStyleClass().add("problem");
            } else {
                leaving.playFromStart();
            }
        });
    }
}
