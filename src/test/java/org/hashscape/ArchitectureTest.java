package org.hashscape;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the code to its design: see the architecture page. */
class ArchitectureTest {

    private static JavaClasses code;

    @BeforeAll
    static void readCode() {
        code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.hashscape");
    }

    @TestFactory
    Stream<DynamicTest> obeys() {
        return rules().stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(code)));
    }

    private static List<ArchRule> rules() {
        return List.of(
                layers(),
                onlyKnowsModel("imaging"),
                onlyKnowsModel("feature"),
                onlyKnowsModel("hashing"),
                onlyKnowsModel("retrieval"),
                onlyKnowsModel("archive"),
                slices().matching("org.hashscape.(**)")
                        .should()
                        .beFreeOfCycles()
                        .because("a package in a cycle can be neither understood nor used alone"),
                only("..ui..", "javafx..", "org.controlsfx..", "org.jfree.chart.fx..", "org.kordamp..")
                        .because("engines and command line must run where there is no JavaFX"),
                only("..archive.store..", "java.sql..", "org.jdbi..", "org.flywaydb..", "org.sqlite..")
                        .because("the archive's format is one package's business"),
                only("..cli..", "picocli..").because("the command line is a front end, not a way to pass arguments"),
                noClasses()
                        .that(resideInAnyPackage("org.hashscape..")
                                .and(not(resideInAnyPackage(
                                        "org.hashscape.tensorflow..", "..feature.backbone..", "..hashing.deep.."))))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("ai.djl..", "org.tensorflow..", "com.google.protobuf.."))
                        .because("one package starts TensorFlow, one runs networks and one trains hash layers; the"
                                + " program must start and search without it"),
                only("..workbench.download..", "java.net.http..", "javax.net..", "io.netty..")
                        .because("nothing is fetched before a button or a command says so: one package can"),
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(
                                "org.hashscape.Display") // asks whether this machine's screen is there
                        .should()
                        .callMethod(java.net.URL.class, "openConnection")
                        .orShould()
                        .callMethod(java.net.URL.class, "openStream")
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(java.net.Socket.class)
                        .because("only downloads of the catalogue open connections"),
                only("..feature..", "boofcv..", "georegression..", "org.ddogleg..")
                        .because("descriptors alone look at pixels that way"),
                only("..imaging..", "org.apache.sis..", "com.twelvemonkeys..")
                        .because("one package owns the choice of raster readers"),
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("ViewModel")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                        .because("a ViewModel is tested without a screen"),
                noClasses()
                        .should()
                        .callConstructor(Random.class)
                        .orShould()
                        .callMethod(Math.class, "random")
                        .because("every random choice takes a stored seed"),
                noClasses()
                        .that(resideInAnyPackage("org.hashscape..").and(not(resideInAnyPackage("..cli.."))))
                        .should()
                        .accessField(System.class, "out")
                        .because("standard output belongs to the command line"),
                noClasses()
                        .should()
                        .callConstructor(Thread.class, Runnable.class)
                        .orShould()
                        .callConstructor(Thread.class, Runnable.class, String.class)
                        .orShould()
                        .callConstructor(Thread.class)
                        .because("threads belong to pools that name and end them"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(java.io.ObjectInputStream.class)
                        .because("files are untrusted, and Java serialization runs what they say"),
                classes()
                        .that()
                        .resideInAPackage("org.hashscape..")
                        .should()
                        .notHaveSimpleName("Utils")
                        .because("a class is named for the thing in the problem"));
    }

    private static ArchRule layers() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("main")
                .definedBy("org.hashscape")
                .layer("ui")
                .definedBy("..hashscape.ui..")
                .layer("cli")
                .definedBy("..hashscape.cli..")
                .layer("workbench")
                .definedBy("..hashscape.workbench..")
                .layer("store")
                .definedBy("..hashscape.archive.store..")
                .layer("catalogue")
                .definedBy("..hashscape.archive.catalogue..")
                .layer("dataset")
                .definedBy("..hashscape.archive.dataset..")
                .layer("imaging")
                .definedBy("..hashscape.imaging..")
                .layer("feature")
                .definedBy("..hashscape.feature..")
                .layer("hashing")
                .definedBy("..hashscape.hashing..")
                .layer("retrieval")
                .definedBy("..hashscape.retrieval..")
                .layer("tensorflow")
                .definedBy("org.hashscape.tensorflow..")
                .layer("system")
                .definedBy("org.hashscape.system..")
                .whereLayer("system")
                .mayOnlyBeAccessedByLayers("feature", "workbench")
                .whereLayer("tensorflow")
                .mayOnlyBeAccessedByLayers("feature", "hashing")
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ui")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("workbench")
                .mayOnlyBeAccessedByLayers("main", "ui", "cli")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("workbench")
                .whereLayer("catalogue")
                .mayOnlyBeAccessedByLayers("store", "workbench", "cli", "ui")
                .whereLayer("dataset")
                .mayOnlyBeAccessedByLayers("workbench", "cli", "ui")
                .whereLayer("imaging")
                .mayOnlyBeAccessedByLayers("workbench")
                .whereLayer("feature")
                .mayOnlyBeAccessedByLayers("workbench")
                .whereLayer("hashing")
                .mayOnlyBeAccessedByLayers("workbench")
                .whereLayer("retrieval")
                .mayOnlyBeAccessedByLayers("workbench", "cli", "ui")
                .because("arrows point downwards only: front ends, use cases, engines, values");
    }

    private static ArchRule onlyKnowsModel(String engine) {
        return noClasses()
                .that()
                .resideInAPackage("org.hashscape." + engine + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.hashscape..")
                        .and(not(resideInAnyPackage("org.hashscape.model..", "org.hashscape." + engine + "..")))
                        .and(not(resideInAnyPackage("org.hashscape.tensorflow..", "org.hashscape.system.."))))
                .because("an engine knows values only (and, where it runs networks, what starts TensorFlow and other"
                        + " programs), so that it runs wherever it is put");
    }

    private static ArchRule only(String where, String... what) {
        return noClasses()
                .that(resideInAnyPackage("org.hashscape..").and(not(resideInAnyPackage(where))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(what));
    }
}
