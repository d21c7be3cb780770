package org.hashscape.workbench.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hashscape.workbench.chart.ChartSeries.Look;
import org.hashscape.workbench.chart.SeriesChart.Axis;
import org.hashscape.workbench.chart.SeriesChart.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgGraphicsTest {

    private final SvgGraphics graphics = new SvgGraphics(200, 100);

    @Test
    void writesShapesInThePicturesOwnCoordinates() throws Exception {
        graphics.translate(10, 20);
        graphics.scale(2, 2);
        graphics.setPaint(new Color(0x12, 0x34, 0x56, 128));
        graphics.fill(new Rectangle(1, 2, 3, 4));

        Element path = only("path");
        assertThat(path.getAttribute("d")).isEqualTo("M12 24L18 24L18 32L12 32L12 24Z");
        assertThat(path.getAttribute("fill")).isEqualTo("#123456");
        assertThat(path.getAttribute("fill-opacity")).isEqualTo("0.5");
    }

    @Test
    void keepsDashesCapsAndWidthsOfLines() throws Exception {
        graphics.setStroke(
                new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_BEVEL, 10, new float[] {4, 2}, 0));
        graphics.draw(new Line2D.Double(0, 0, 10.126, 5));

        Element path = only("path");
        assertThat(path.getAttribute("d")).isEqualTo("M0 0L10.13 5");
        assertThat(path.getAttribute("stroke-width")).isEqualTo("1.5");
        assertThat(path.getAttribute("stroke-dasharray")).isEqualTo("4 2");
        assertThat(path.getAttribute("stroke-linecap")).isEqualTo("round");
        assertThat(path.getAttribute("stroke-linejoin")).isEqualTo("bevel");
    }

    @Test
    void whatLiesOutsideTheClipIsLeftOutAndWhatCrossesItIsClipped() throws Exception {
        graphics.clip(new Rectangle(0, 0, 50, 50));
        graphics.fill(new Rectangle(60, 60, 10, 10));
        graphics.fill(new Rectangle(10, 10, 10, 10));
        graphics.fill(new Rectangle(40, 40, 20, 20));

        NodeList groups = document().getElementsByTagName("path");
        List<String> clips = new ArrayList<>();
        for (int at = 0; at < groups.getLength(); at++) {
            Element path = (Element) groups.item(at);
            if (!path.getParentNode().getNodeName().equals("clipPath")) {
                clips.add(path.getAttribute("clip-path"));
            }
        }
        assertThat(clips).containsExactly("", "url(#clip1)");
    }

    @Test
    void anyTextMakesWellFormedXml() throws Exception {
        graphics.setFont(new Font("Inter", Font.BOLD, 12));
        graphics.drawString("a < b & \"c\" > \u0001 Größe \uD83D\uDEF0", 1, 2);

        assertThat(only("text").getTextContent()).isEqualTo("a < b & \"c\" >  Größe \uD83D\uDEF0");
        assertThat(only("text").getAttribute("font-weight")).isEqualTo("bold");
        assertThat(document("]]> <title>").getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("]]> <title>");
    }

    @Test
    void copiesShareThePictureButNotTheirState() throws Exception {
        Graphics2D copy = (Graphics2D) graphics.create();
        copy.setPaint(Color.RED);
        copy.translate(5, 5);
        copy.fill(new Rectangle(1, 1));
        copy.dispose();
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.25f));
        graphics.setPaint(Color.BLUE);
        graphics.fill(new Ellipse2D.Double(0, 0, 4, 4));

        NodeList paths = document().getElementsByTagName("path");
        assertThat(paths.getLength()).isEqualTo(2);
        assertThat(((Element) paths.item(0)).getAttribute("d")).startsWith("M5 5");
        assertThat(((Element) paths.item(1)).getAttribute("fill")).isEqualTo("#0000ff");
        assertThat(((Element) paths.item(1)).getAttribute("fill-opacity")).isEqualTo("0.25");
    }

    @Test
    void imagesAreHeldInside() throws Exception {
        graphics.drawImage(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), 10, 20, 30, 40, null);

        Element image = only("image");
        assertThat(image.getAttribute("href")).startsWith("data:image/png;base64,");
        assertThat(image.getAttribute("transform")).isEqualTo("matrix(10 0 0 20 10 20)");
    }

    @Test
    void coordinatesThatAreNoNumbersAreLeftOut() throws Exception {
        graphics.draw(new Line2D.Double(0, 0, Double.NaN, 5));
        graphics.fill(new Rectangle2D.Double(0, 0, Double.POSITIVE_INFINITY, 5));

        assertThat(document().getElementsByTagName("path").getLength()).isZero();
    }

    @Test
    void whatCannotBeDoneSaysSo() {
        assertThatThrownBy(() -> graphics.copyArea(0, 0, 1, 1, 1, 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> graphics.setXORMode(Color.RED)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aChartIsSavedAsBothFormatsAndTheSameEachTime(@TempDir Path folder) throws Exception {
        SeriesChart chart = new SeriesChart(
                "Title <1>",
                new Axis("code length", Scale.BITS),
                new Axis("precision & recall", Scale.SHARE),
                List.of(new ChartSeries("a", 0, Look.CURVE, List.of(new ChartPoint(16, 0.5, 0.4, 0.6, "")))),
                "");
        ChartPictures.save(chart.draw(ChartStyle.PRINT), folder.resolve("chart.svg"));
        ChartPictures.save(chart.draw(ChartStyle.PRINT), folder.resolve("chart.png"));

        String svg = Files.readString(folder.resolve("chart.svg"));
        assertThat(texts(parse(svg))).contains("Title <1>", "code length", "precision & recall");
        assertThat(svg).isEqualTo(ChartPictures.svg(chart.draw(ChartStyle.PRINT), 800, 500));
        assertThat(ImageIO.read(folder.resolve("chart.png").toFile()).getWidth())
                .isEqualTo(2400);
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing half written stays").hasSize(2);
        }
    }

    static List<String> texts(Document document) {
        NodeList found = document.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            texts.add(found.item(at).getTextContent());
        }
        return texts;
    }

    static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private Document document() throws Exception {
        return document("a picture");
    }

    private Document document(String title) throws Exception {
        return parse(graphics.document(title));
    }

    private Element only(String name) throws Exception {
        NodeList found = document().getElementsByTagName(name);
        assertThat(found.getLength()).as(name).isEqualTo(1);
        return (Element) found.item(0);
    }
}
