package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import dev.sequential.engine.KnownLoop;
import dev.sequential.engine.Precision;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/** A recurrent layer as oneDNN describes it: one layer, one direction, time first, weights as it likes them. */
final class LoopDescription {
    private static final int BIAS_GATES = 4;

    private final Scope scope;
    private final KnownLoop loop;
    final long time;
    final long batch;
    final int units;
    final dnnl_memory_desc x;
    final dnnl_memory_desc kernel;
    final dnnl_memory_desc recurrent;
    final dnnl_memory_desc bias;
    final dnnl_memory_desc state;
    final dnnl_memory_desc y;
    private final dnnl_memory_desc anyKernel;
    private final dnnl_memory_desc anyRecurrent;

    LoopDescription(Scope scope, KnownLoop loop, List<Type> in) {
        this.scope = scope;
        this.loop = loop;
        Shape shape = in.get(0).shape();
        int gates = loop.cell().gates();
        this.time = shape.dim(0);
        this.batch = shape.dim(1);
        this.units = Math.toIntExact(in.get(2).shape().dim(0));
        this.x = scope.dense(shape.dims());
        this.kernel = scope.dense(1, 1, shape.dim(2), gates, units);
        this.recurrent = scope.dense(1, 1, units, gates, units);
        this.anyKernel = scope.any(1, 1, shape.dim(2), gates, units);
        this.anyRecurrent = scope.any(1, 1, units, gates, units);
        this.bias = scope.dense(1, 1, BIAS_GATES, units);
        this.state = scope.dense(1, 1, batch, units);
        this.y = scope.dense(time, batch, units);
    }

    private int direction() {
        return loop.backwards() ? dnnl_unidirectional_right2left : dnnl_unidirectional_left2right;
    }

    /** The forward primitive, or {@code null} if oneDNN refuses. */
    dnnl_primitive_desc forward(boolean training) {
        int kind = training ? dnnl_forward_training : dnnl_forward_inference;
        // oneDNN's backward primitive has no bfloat16 kernel that overwrites what reaches the weights, and both passes
        // share a workspace.
        Precision precision = training ? Precision.FULL : loop.precision();
        return scope.any(d -> switch (loop.cell()) {
            case LSTM ->
                dnnl_lstm_forward_primitive_desc_create(
                        d,
                        Dnn.ENGINE,
                        kind,
                        direction(),
                        x,
                        state,
                        state,
                        anyKernel,
                        anyRecurrent,
                        null,
                        null,
                        bias,
                        y,
                        state,
                        state,
                        dnnl_rnn_flags_undef,
                        scope.attributes(precision));
            case GRU ->
                dnnl_lbr_gru_forward_primitive_desc_create(
                        d,
                        Dnn.ENGINE,
                        kind,
                        direction(),
                        x,
                        state,
                        anyKernel,
                        anyRecurrent,
                        bias,
                        y,
                        state,
                        dnnl_rnn_flags_undef,
                        scope.attributes(precision));
        });
    }

    /** The backward primitive, or {@code null} if oneDNN refuses. */
    dnnl_primitive_desc backward(dnnl_primitive_desc forward) {
        return scope.any(d -> switch (loop.cell()) {
            case LSTM ->
                dnnl_lstm_backward_primitive_desc_create(
                        d,
                        Dnn.ENGINE,
                        dnnl_backward,
                        direction(),
                        x,
                        state,
                        state,
                        anyKernel,
                        anyRecurrent,
                        null,
                        null,
                        bias,
                        y,
                        state,
                        state,
                        x,
                        state,
                        state,
                        anyKernel,
                        anyRecurrent,
                        null,
                        null,
                        bias,
                        y,
                        state,
                        state,
                        dnnl_rnn_flags_diff_weights_overwrite,
                        forward,
                        scope.attributes());
            case GRU ->
                dnnl_lbr_gru_backward_primitive_desc_create(
                        d,
                        Dnn.ENGINE,
                        dnnl_backward,
                        direction(),
                        x,
                        state,
                        anyKernel,
                        anyRecurrent,
                        bias,
                        y,
                        state,
                        x,
                        state,
                        anyKernel,
                        anyRecurrent,
                        bias,
                        y,
                        state,
                        dnnl_rnn_flags_diff_weights_overwrite,
                        forward,
                        scope.attributes());
        });
    }

    /** What a primitive wants or makes for one of its arguments. */
    static dnnl_memory_desc of(dnnl_primitive_desc description, int argument) {
        return dnnl_primitive_desc_query_md(description, dnnl_query_exec_arg_md, argument);
    }
}
