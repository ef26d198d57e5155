package dev.sequential.engine.loops;

import com.sun.jna.Callback;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The threads that OpenMP keeps for a thread of Java, at work on a loop of Java. Threads of our own would contend for the
 * cores with these, which wait for a moment, spinning, after each kernel of oneDNN. Only with GNU's OpenMP, which runs a
 * function in each thread of a team by {@code GOMP_parallel}; the function is a callback into Java.
 *
 * @see <a href="https://gcc.gnu.org/onlinedocs/libgomp/Implementing-PARALLEL-construct.html">libgomp: GOMP_parallel</a>
 */
final class Crew {
    private static final boolean HERE = bind();
    private static final ThreadLocal<Crew> OF_THIS_THREAD = ThreadLocal.withInitial(Crew::new);

    private final Member member = unused -> work();
    private final Thread owner = Thread.currentThread();
    private final AtomicInteger arrived = new AtomicInteger();
    private AtomicLong[] next = {};
    private Loop[] loops;
    private long pieces;
    private long portion;
    private volatile Throwable failure;

    private Crew() {
        Native.setCallbackThreadInitializer(member, new CallbackThreadInitializer(true, false, "sequential-loop"));
    }

    /** What each thread does; it must be an interface of its own. */
    private interface Member extends Callback {
        void invoke(long unused);
    }

    /** OpenMP, bound so that a call makes no garbage. */
    private static final class OpenMp {
        static native void GOMP_parallel(Member member, long unused, int threads, int flags);
    }

    @SuppressWarnings("CatchingUnchecked") // without this OpenMP loops run on one thread
    private static boolean bind() {
        if (Threads.count() == 1) return false;
        try {
            Native.register(OpenMp.class, NativeLibrary.getInstance("libgomp.so.1"));
            return true;
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    /** Whether there is more than one thread to work with. */
    static boolean isHere() {
        return HERE;
    }

    static Crew ofThisThread() {
        return OF_THIS_THREAD.get();
    }

    /** Does all pieces, each thread with one of these loops; the first failure is thrown when all have ended. */
    void run(Loop[] loops, long pieces, long portion) {
        this.loops = loops;
        this.pieces = pieces;
        this.portion = portion;
        arrived.set(0);
        begin(loops.length);
        failure = null;
        OpenMp.GOMP_parallel(member, 0, loops.length, 0);
        if (failure instanceof RuntimeException e) throw e;
        if (failure instanceof Error e) throw e;
    }

    private void begin(int shares) {
        if (next.length != shares)
            next = Stream.generate(AtomicLong::new).limit(shares).toArray(AtomicLong[]::new);
        for (int i = 0; i < shares; i++) next[i].set(start(i));
    }

    private long start(int share) {
        return pieces * share / next.length;
    }

    /** Its own share first, the same in each loop, since what the thread wrote lies in its own cache; then the others'. */
    private void work() {
        try {
            int me = Thread.currentThread() == owner ? 0 : arrived.incrementAndGet();
            for (int i = 0; i < loops.length; i++) work(loops[me], (me + i) % loops.length);
        } catch (Throwable e) { // nothing may be thrown into native code
            failure = e;
        }
    }

    private void work(Loop loop, int share) {
        long end = start(share + 1);
        for (long from = next[share].getAndAdd(portion); from < end; from = next[share].getAndAdd(portion)) {
            loop.run(from, Math.min(from + portion, end));
        }
    }
}
