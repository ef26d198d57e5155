package dev.sequential.engine.onednn;

import dev.sequential.engine.Composite;
import dev.sequential.engine.CompositeGradient;
import dev.sequential.engine.Conv;
import dev.sequential.engine.GivenOp;
import dev.sequential.engine.KernelAndBias;
import dev.sequential.engine.KnownLoop;
import dev.sequential.engine.Linear;
import dev.sequential.engine.MatMul;
import dev.sequential.engine.Node;
import dev.sequential.engine.Op;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Scan;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import java.util.List;

/**
 * How much there is to do, counted in multiplications of a product, and how much of it is worth a second thread. A core
 * does some 50 multiplications in a nanosecond.
 */
final class Work {
    /** From which on a second thread is worth waking: some 12 microseconds. */
    private static final long SHARED = 600_000;
    /** The same of one step of a loop, since each step wakes the threads several times. */
    private static final long SHARED_STEP = 1_500_000;
    /**
     * Up to which, in all that is shared, a program better stays on one thread. Sharing would spare it some 80
     * microseconds at most, but whenever something else wants a core, the JVM's compiler or garbage collector or another
     * thread of the application, one thread of the team waits for its slice of time and all wait for it: 4 milliseconds.
     */
    private static final long SHORT = 8_000_000;

    /** That take as long as an element that is read and written. */
    private static final long PER_ELEMENT = 24;
    /** That take as long as an element that is read only, as are weights that multiply a single row. */
    private static final long PER_WEIGHT = 10;

    private Work() {}

    /** Whether an operation is worth all threads; {@link Composite}s are asked by their kind. */
    static boolean isShared(Op op, List<Type> in, List<Type> out) {
        return of(op, in, out) >= SHARED;
    }

    /** Whether a whole is worth all threads. */
    static boolean isShared(Composite.Kind kind, List<Type> in) {
        return kind instanceof KnownLoop loop ? step(loop, in) >= SHARED_STEP : of(in.get(0)) >= SHARED;
    }

    /** Whether a program is so short that one thread does it best, of which only loops of unknown length are no part. */
    static boolean isShort(List<Node> program) {
        return program.stream().mapToLong(Work::shared).sum() < SHORT;
    }

    private static long shared(Node node) {
        Op op = node.op();
        if (op instanceof GivenOp || op.isView()) return 0;
        List<Type> in = node.inputs().stream().map(Tensor::type).toList();
        List<Type> out = node.outputs().stream().map(Tensor::type).toList();
        if (op instanceof Scan) return SHORT;
        if (op instanceof Composite whole) return shared(whole.kind(), in);
        if (op instanceof CompositeGradient gradient)
            return shared(gradient.of().kind(), in);
        long work = of(op, in, out);
        return work >= SHARED ? work : 0;
    }

    private static long shared(Composite.Kind kind, List<Type> in) {
        Type x = in.get(0);
        if (!isShared(kind, in)) return 0;
        return kind instanceof KnownLoop loop ? x.shape().dim(0) * step(loop, in) : of(x);
    }

    private static long step(KnownLoop loop, List<Type> in) {
        long units = in.get(2).shape().dim(0);
        return in.get(0).shape().dim(1) * units * units * loop.cell().gates();
    }

    private static long of(Op op, List<Type> in, List<Type> out) {
        if (in.isEmpty()) return of(out.get(0));
        long moving = of((op instanceof Reduce ? in : out).get(0));
        Op product = op instanceof Linear l ? l.product() : op instanceof KernelAndBias k ? k.conv() : op;
        long reading = product instanceof MatMul ? in.get(1).shape().size() * PER_WEIGHT : 0;
        return Math.max(Math.max(moving, reading), multiplications(product, in, out.get(0)));
    }

    private static long of(Type moved) {
        return moved.shape().size() * PER_ELEMENT;
    }

    /** Those of a product; 0 if it is none. */
    static long multiplications(Op product, List<Type> in, Type to) {
        if (product instanceof MatMul m) {
            return to.shape().size() * in.get(0).shape().dim(m.transposeA() ? -2 : -1);
        }
        if (!(product instanceof Conv c)) return 0;
        Type result = c.makes() == Conv.Part.RESULT ? to : in.get(c.makes() == Conv.Part.DATA ? 0 : 1);
        Type kernel = c.makes() == Conv.Part.KERNEL ? to : in.get(1);
        return kernel.shape().size() * (result.shape().size() / result.shape().dim(-1));
    }
}
