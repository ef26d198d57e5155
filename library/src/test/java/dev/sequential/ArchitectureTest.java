package dev.sequential;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the arrows between the packages of the library: root, then layers and their parts, then the engine; never back. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sequential");

    private static final String[] PARTS = {
        "dev.sequential.activations..",
        "dev.sequential.constraints..",
        "dev.sequential.initializers..",
        "dev.sequential.losses..",
        "dev.sequential.metrics..",
        "dev.sequential.optimizers..",
        "dev.sequential.regularizers..",
        "dev.sequential.schedules.."
    };

    private static final String[] USERS_OF_LAYERS = {
        "dev.sequential.callbacks..", "dev.sequential.data..", "dev.sequential.saving..", "dev.sequential.training.."
    };

    @Test
    void engineStandsAlone() {
        noClasses()
                .that()
                .resideInAPackage("dev.sequential.engine..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.sequential..").and(not(resideInAPackage("dev.sequential.engine.."))))
                .check(CLASSES);
    }

    @Test
    void partsOfLayersAndTrainingKnowOnlyEachOtherAndTheEngine() {
        noClasses()
                .that()
                .resideInAnyPackage(PARTS)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.sequential..")
                        .and(not(resideInAPackage("dev.sequential.engine..")))
                        .and(not(resideInAnyPackage(PARTS))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void layersKnowNothingOfTrainingAndFiles() {
        noClasses()
                .that()
                .resideInAPackage("dev.sequential.layers..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(USERS_OF_LAYERS)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void libraryNeedsNoNotebookPlotOrWindow() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.dflib..",
                        "org.knowm..",
                        "tech.tablesaw..",
                        "java.awt..",
                        "javax.swing..",
                        "jdk.jshell..",
                        "dev.sequential.display..",
                        "dev.sequential.magics..",
                        "dev.sequential.jupyter..")
                .check(CLASSES);
    }
}
