package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.engine.Check;
import dev.sequential.engine.Names;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Several cells as one: each takes the output of the one before it. States: those of the cells, in order.
 *
 * <pre>{@code
 * RNN.of(StackedRNNCells.of(LSTMCell.of(64), GRUCell.of(32)))
 * RNN.of(LSTMCell.of(64), GRUCell.of(32))                       // the same
 * }</pre>
 *
 * @param cells one or more
 * @see <a href="https://keras.io/api/layers/recurrent_layers/stacked_rnn_cell/">Keras: StackedRNNCells</a>
 */
public record StackedRNNCells(List<Cell> cells) implements Cell {
    /** @throws IllegalArgumentException if there is no cell */
    public StackedRNNCells {
        Check.that(cells != null && !cells.isEmpty(), "cells of StackedRNNCells must not be empty");
        cells = List.copyOf(cells);
    }

    /** These cells, one on the other. */
    public static StackedRNNCells of(Cell... cells) {
        return new StackedRNNCells(List.of(cells));
    }

    @Override
    public List<Integer> stateSizes() {
        return cells.stream().flatMap(c -> c.stateSizes().stream()).toList();
    }

    @Override
    public Tensor prepare(Call call, Tensor x) {
        return Part.of(call, name(0), List.of(x), own -> List.of(cells.get(0).prepare(own, x)))
                .get(0);
    }

    @Override
    public List<Tensor> step(Call call, Tensor x, List<Tensor> states) {
        List<Tensor> made = new ArrayList<>();
        Tensor output = x;
        int at = 0;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            List<Tensor> before = states.subList(at, at + cell.stateSizes().size());
            at += before.size();
            Tensor in = output;
            boolean first = i == 0;
            List<Tensor> after = Part.of(
                    call, name(i), List.of(in), own -> cell.step(own, first ? in : cell.prepare(own, in), before));
            output = after.get(0);
            made.addAll(after.subList(1, after.size()));
        }
        made.add(0, output);
        return made;
    }

    /** Where the weights of a cell are: its kind, with a number if there was one of it before. */
    private String name(int index) {
        String kind = cells.get(index).typeName();
        long before = cells.subList(0, index).stream()
                .filter(c -> c.typeName().equals(kind))
                .count();
        return "cells/" + Names.snake(kind) + (before == 0 ? "" : "_" + before);
    }
}
