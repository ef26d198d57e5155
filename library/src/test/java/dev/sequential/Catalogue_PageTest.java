package dev.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/catalogue.md} says what there is of Keras, and why the rest is not there. */
class Catalogue_PageTest {
    private static final Path PAGE = Path.of(System.getProperty("sequential.root", ".."), "docs/catalogue.md");

    private final Catalogue catalogue = new Catalogue();

    @Test
    void everyMissingNameHasAReason() {
        assertThat(catalogue.unexplained())
                .as("names of Keras without a line in src/test/resources/catalogue/missing.txt")
                .isEmpty();
    }

    @Test
    void noReasonIsLeftOver() {
        assertThat(catalogue.stale())
                .as("lines of src/test/resources/catalogue/missing.txt about names that are here")
                .isEmpty();
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        String page = Files.isRegularFile(PAGE) ? Files.readString(PAGE).replace("\r\n", "\n") : "";
        if (!page.equals(catalogue.page())) Files.writeString(Path.of("target/catalogue.md"), catalogue.page());
        assertThat(page)
                .as("docs/catalogue.md; copy library/target/catalogue.md over it")
                .isEqualTo(catalogue.page());
    }
}
