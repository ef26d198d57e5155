package dev.sequential.jupyter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the arrows between the modules: kernel-extension, magics, display, library; never back, and the kernel only here. */
class ModulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sequential");

    @Test
    void onlyTheKernelExtensionKnowsTheKernel() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sequential.jupyter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dflib..", "io.github.spencerpark..", "dev.sequential.jupyter..")
                .check(CLASSES);
    }

    @Test
    void onlyTheKernelExtensionKnowsTheMagics() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.sequential.jupyter..", "dev.sequential.magics..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.sequential.magics..")
                .check(CLASSES);
    }

    @Test
    void libraryKnowsNoDisplay() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.sequential.jupyter..", "dev.sequential.magics..", "dev.sequential.display..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.sequential.display..")
                .check(CLASSES);
    }
}
