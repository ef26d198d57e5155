package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_equal;
import static org.bytedeco.dnnl.global.dnnl.dnnl_reorder_primitive_desc_create;

import dev.sequential.engine.InTurn;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;

/**
 * Tensors brought into the layout a primitive wants before it runs, or back from it after.
 *
 * @param once what is done only when settled operands have changed
 * @param before what is done at each run before the primitive
 * @param after what is done at each run after it
 */
record Reorders(Scope scope, List<Kernel> once, List<Kernel> before, List<Kernel> after) {
    static Reorders in(Scope scope) {
        return new Reorders(scope, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Where to put what brings an operand to a primitive. */
    List<Kernel> bringing(Memory operand) {
        return operand.isSettled() ? once : before;
    }

    /** The argument for a tensor that a primitive reads in the layout {@code wanted}. */
    Primitive.Argument read(int id, Memory given, dnnl_memory_desc as, dnnl_memory_desc wanted) {
        if (dnnl_memory_desc_equal(as, wanted) != 0) return new Primitive.Argument(id, as, given.pointer(), given);
        Buffer turned = Buffer.of(wanted);
        List<Kernel> to = bringing(given);
        to.add(turned);
        to.add(reorder(
                new Primitive.Argument(DNNL_ARG_FROM, as, given.pointer(), given),
                new Primitive.Argument(DNNL_ARG_TO, wanted, turned.pointer(), turned)));
        return new Primitive.Argument(id, wanted, turned.pointer(), turned);
    }

    /** The argument for a tensor that a primitive writes in the layout {@code made}. */
    Primitive.Argument write(int id, Memory out, dnnl_memory_desc as, dnnl_memory_desc made) {
        if (dnnl_memory_desc_equal(as, made) != 0) return new Primitive.Argument(id, as, out.pointer(), out);
        Buffer turned = Buffer.of(made);
        after.add(reorder(
                new Primitive.Argument(DNNL_ARG_FROM, made, turned.pointer(), turned),
                new Primitive.Argument(DNNL_ARG_TO, as, out.pointer(), out)));
        after.add(turned);
        return new Primitive.Argument(id, made, turned.pointer(), turned);
    }

    /** The primitive between what comes before and after it. */
    Kernel around(Primitive primitive) {
        List<Kernel> all = new ArrayList<>(before);
        all.add(primitive);
        all.addAll(after);
        Kernel run = all.size() == 1 ? primitive : new InTurn(all);
        return once.isEmpty() ? run : new Prepared(new InTurn(once), run);
    }

    private Kernel reorder(Primitive.Argument from, Primitive.Argument to) {
        return new Primitive(scope.any(maker(scope, from, to)), List.of(from, to));
    }

    static Scope.Maker maker(Scope scope, Primitive.Argument from, Primitive.Argument to) {
        return d -> dnnl_reorder_primitive_desc_create(
                d, from.descriptor(), Dnn.ENGINE, to.descriptor(), Dnn.ENGINE, scope.attributes());
    }
}
