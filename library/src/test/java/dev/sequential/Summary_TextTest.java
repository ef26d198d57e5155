package dev.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.engine.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class Summary_TextTest {
    private static final Summary.Row HIDDEN =
            new Summary.Row("dense", "Dense", Shape.of(-1, 128), 8_320, List.of("input_layer"));
    private static final Summary.Row OUTPUT =
            new Summary.Row("dense_1", "Dense", Shape.of(-1, 10), 1_290, List.of("dense"));

    @Test
    void aChainNeedsNoConnections() {
        assertThat(new Summary("sequential", List.of(HIDDEN, OUTPUT), 9_610, 1_290, 0))
                .hasToString("""
                Model: "sequential"
                ┏━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━┳━━━━━━━━━┓
                ┃ Layer (type)    ┃ Output Shape ┃ Param # ┃
                ┡━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━╇━━━━━━━━━┩
                │ dense (Dense)   │ (None, 128)  │   8,320 │
                ├─────────────────┼──────────────┼─────────┤
                │ dense_1 (Dense) │ (None, 10)   │   1,290 │
                └─────────────────┴──────────────┴─────────┘
                 Total params: 9,610
                 Trainable params: 1,290
                 Non-trainable params: 8,320""");
    }

    @Test
    void aGraphSaysWhatEachLayerTakes() {
        Summary.Row add = new Summary.Row("add", "Add", Shape.of(-1, 10), 0, List.of("dense", "dense_1"));
        assertThat(new Summary("functional", List.of(HIDDEN, OUTPUT, add), 9_610, 9_610, 19_222))
                .hasToString("""
                Model: "functional"
                ┏━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━┳━━━━━━━━━┳━━━━━━━━━━━━━━━━┓
                ┃ Layer (type)    ┃ Output Shape ┃ Param # ┃ Connected to   ┃
                ┡━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━╇━━━━━━━━━╇━━━━━━━━━━━━━━━━┩
                │ dense (Dense)   │ (None, 128)  │   8,320 │ input_layer    │
                ├─────────────────┼──────────────┼─────────┼────────────────┤
                │ dense_1 (Dense) │ (None, 10)   │   1,290 │ dense          │
                ├─────────────────┼──────────────┼─────────┼────────────────┤
                │ add (Add)       │ (None, 10)   │       0 │ dense, dense_1 │
                └─────────────────┴──────────────┴─────────┴────────────────┘
                 Total params: 9,610
                 Trainable params: 9,610
                 Non-trainable params: 0
                 Optimizer params: 19,222""");
    }
}
