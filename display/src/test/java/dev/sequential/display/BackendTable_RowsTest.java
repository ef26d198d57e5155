package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BackendTable_RowsTest {
    @Test
    void namesBackendsThreadsAndMemory() {
        List<List<String>> rows = BackendTable.now().rows();
        assertThat(rows)
                .extracting(row -> row.get(0))
                .containsExactly("backend", "threads", "heap", "native memory", "whole process", "Java");
        assertThat(rows.get(0).get(1)).endsWith("nd4j");
        assertThat(rows.get(1).get(1)).matches("[1-9][0-9]*");
        assertThat(rows.get(2)).allMatch(cell -> cell.matches("heap|[1-9][0-9,]* MB"));
    }
}
