package dev.sequential.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Every row of the contract's section 20 has a test whose name begins with its id. */
class Rows_CompleteTest {
    /** Rows that need parts which are still to come; each leaves this set with the test that shows it. */
    private static final Set<String> WAITING = Set.of();

    @Test
    void everyRowHasATest() {
        Set<String> tested = tested();
        assertThat(rows()).hasSize(222).doesNotHaveDuplicates();
        assertThat(rows().stream()
                        .filter(row -> !WAITING.contains(row) && !tested.contains(row.toLowerCase(Locale.ROOT)))
                        .toList())
                .isEmpty();
    }

    @Test
    void noTestIsNamedAfterARowThatThereIsNot() {
        Set<String> rows = rows().stream().map(r -> r.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        assertThat(rows).containsAll(tested());
    }

    @Test
    void noRowThatHasATestWaits() {
        Set<String> tested = tested();
        assertThat(rows()).containsAll(WAITING);
        assertThat(WAITING).noneMatch(row -> tested.contains(row.toLowerCase(Locale.ROOT)));
    }

    private static List<String> rows() {
        try (InputStream in = Rows_CompleteTest.class.getResourceAsStream("/contract/rows.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> tested() {
        Set<String> ids = new TreeSet<>();
        for (JavaClass c : new ClassFileImporter().importPackages("dev.sequential.contract")) {
            for (JavaMethod method : c.getMethods()) {
                boolean test = method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class);
                int end = method.getName().indexOf('_');
                if (test && end > 0) ids.add(method.getName().substring(0, end));
            }
        }
        return ids;
    }
}
